// The function within takes an event itself: the one around it is forgotten.
export function route(request) {
  cache.put(request.url, request);
  return async (req) => bucket.putObject({ Key: req.path, Body: req.body });
  //                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAuthCheck
}
