import data from './Training/rows.js';
//               ^^^^^^^^^^^^^^^^^^^^ trainingDataExposure

export const share = { rows: data, train: true, trained: 'yes' };
//                                 ^^^^^^^^^^^ trainingDataExposure
