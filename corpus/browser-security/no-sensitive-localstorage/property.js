function remember(form) {
  localStorage.rememberedPassword = form.password.value;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveLocalStorage
  localStorage['apiKey'] = form.key.value;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveLocalStorage
}
