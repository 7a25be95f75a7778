// The number that papers of the district as a whole stand under in a year: serial 0000, of no project.

export const districtNo = (year: string): string => `330302-${year}-0000`;
