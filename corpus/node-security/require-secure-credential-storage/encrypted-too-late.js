import { encrypt } from './crypto.js';
import AsyncStorage from '@react-native-async-storage/async-storage';

export async function remember(pin) {
  // Neither is a call of a function with `encrypt` in its name, as the argument itself.
  await AsyncStorage.setItem('pin', await encrypt(pin));
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  const sealed = encrypt(pin);
  await AsyncStorage.setItem('pin', sealed);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
}
