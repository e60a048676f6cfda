socket.onmessage = (event) => buffer.push(event.data);
worker.onerror = (event) => eval(event.data);
