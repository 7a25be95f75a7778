// Types of the tables that the build takes out of the rules.
declare module 'virtual:act-titles' {
  export const table: ReturnType<typeof import('./act-tables.ts').actTitles>;
}
declare module 'virtual:act-forms' {
  export const table: ReturnType<typeof import('./act-tables.ts').actForms>;
}
declare module 'virtual:calculator-forms' {
  export const table: ReturnType<typeof import('./act-tables.ts').calculatorForms>;
}
declare module 'virtual:document-titles' {
  export const table: ReturnType<typeof import('./act-tables.ts').documentTitles>;
}
declare module 'virtual:blank-forms' {
  export const table: ReturnType<typeof import('./act-tables.ts').blankForms>;
}
declare module 'virtual:clauses' {
  export const table: ReturnType<typeof import('./act-tables.ts').clauses>;
}
declare module 'virtual:packs' {
  export const table: ReturnType<typeof import('./act-tables.ts').packs>;
}
declare module 'virtual:document-kinds' {
  export const table: ReturnType<typeof import('./act-tables.ts').documentKinds>;
}
declare module 'virtual:paper-kinds' {
  export const table: ReturnType<typeof import('./paper-tables.ts').paperKinds>;
}
declare module 'virtual:paper-forms' {
  export const table: ReturnType<typeof import('./paper-tables.ts').paperForms>;
}
declare module 'virtual:programme-titles' {
  export const table: ReturnType<typeof import('./act-tables.ts').programmeTitles>;
}
