class Feed {
  connect(url) {
    this.socket = new WebSocket(url);
    this.socket.onmessage = function (event) {
      this.element.outerHTML = event.data.markup;
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeInnerhtml
    };
  }
}

export default Feed;
