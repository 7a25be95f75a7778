// The design tokens for antd: ink, jade, amber, seal; controls with 3:1 borders, texts with 4.5:1.
import type { ThemeConfig } from 'antd';

export const theme: ThemeConfig = {
  cssVar: { key: 'jg' },
  hashed: false,
  token: {
    colorPrimary: '#17458F',
    colorInfo: '#17458F',
    colorSuccess: '#11705A',
    colorWarning: '#B36B00',
    colorError: '#B3261E',
    colorLink: '#17458F',
    colorText: '#17202E',
    colorTextSecondary: '#465263',
    colorTextTertiary: '#5F6C7E',
    colorTextPlaceholder: '#5F6C7E',
    colorTextDisabled: '#6B7687',
    colorBorder: '#8290A3',
    colorBorderSecondary: '#DDE3EB',
    colorBgLayout: '#F3F5F9',
    borderRadius: 6,
    borderRadiusLG: 8,
    fontSize: 14,
    controlHeight: 36,
    controlHeightSM: 28,
    motionDurationMid: '0.12s',
    fontFamily: 'var(--sans)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
    Segmented: { itemSelectedColor: '#17458F' },
  },
};
