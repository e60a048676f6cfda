router.afterEach((to) => {
  analytics.page(to.name);
//^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
});
