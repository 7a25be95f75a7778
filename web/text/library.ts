// Of the words of the component library only those of the parts in use: buttons, and sheets that are closed.

export const LIBRARY_ZH = { locale: 'zh-cn', global: { close: '关闭' } };
