class Ticker {
  open() {
    this.socket = new WebSocket('ws://ticker.example.com', ['json']);
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^ insecureWebsocket
  }
}

new Ticker().open();
