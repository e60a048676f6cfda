export function setTheme(theme) {
  document.cookie = `theme=${theme}; Secure; Max-Age=31536000`;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingSameSite
}
