// options: {"trainingPatterns": ["retain"]}
export const options = { retainPrompts: true, training: true, region: 'eu' };
//                       ^^^^^^^^^^^^^^^^^^^ trainingDataExposure
