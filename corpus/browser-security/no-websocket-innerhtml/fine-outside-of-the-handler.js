socket.onmessage = (event) => queue.push(event.data);

export function flush(event) {
  line.innerHTML = event.data;
}
