self.addEventListener('install', async () => {
  const cache = await caches.open('v1');
  await cache.put('/credit-card', response);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
});
