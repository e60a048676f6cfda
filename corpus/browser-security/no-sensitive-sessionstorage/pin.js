const pinKey = 'p';

export function unlock(value) {
  sessionStorage.setItem(pinKey, value);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveInSessionStorage
}
