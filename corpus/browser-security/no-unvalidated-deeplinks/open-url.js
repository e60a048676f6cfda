import { Linking } from 'react-native';

export const open = (link) => Linking.openURL(link);
//                            ^^^^^^^^^^^^^^^^^^^^^ violationDetected
