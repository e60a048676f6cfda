export const languages = { javascript: 1, typescript: 2 };
