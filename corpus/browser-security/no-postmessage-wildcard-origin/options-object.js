parent.postMessage(
  { height: document.body.scrollHeight },
  { targetOrigin: '*', transfer: [] },
//                ^^^ wildcardOrigin
);
