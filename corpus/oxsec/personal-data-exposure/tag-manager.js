function track(profile) {
  window.dataLayer.push({ event: 'login', birthday: profile.birthday });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ personalDataSent
}
