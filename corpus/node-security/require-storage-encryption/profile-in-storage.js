const KEY = 'profile';

export function saveProfile(profile) {
  localStorage.setItem(KEY, JSON.stringify(profile));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
}

export function loadProfile() {
  return JSON.parse(localStorage.getItem(KEY) || 'null');
}
