export const page = { title: 'A title with more than twenty characters', key: 'AAAABBBBCCCCDDDD0000' };
