localStorage.setItem('tokenCount', String(usage.total));
localStorage.setItem('maxTokenLimit', '4096');
