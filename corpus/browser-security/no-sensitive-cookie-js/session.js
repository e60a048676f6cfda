function remember(id) {
  document.cookie = 'session_id=' + id;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveCookieJs
}
