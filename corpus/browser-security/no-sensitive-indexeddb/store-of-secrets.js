const request = indexedDB.open('app', 1);
request.onupgradeneeded = () => {
  request.result.createObjectStore('secrets', { keyPath: 'id' });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveInIndexedDB
  request.result.createObjectStore('drafts');
};
