function notify(child, state) {
  child?.postMessage(JSON.stringify(state), "*");
//                                          ^^^ wildcardOrigin
}
