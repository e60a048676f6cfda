const target = 'https://widget.example.com';
frame.contentWindow.postMessage({ ready: true }, target);
window.parent.postMessage({ ready: true }, { targetOrigin: 'https://app.example.com' });
