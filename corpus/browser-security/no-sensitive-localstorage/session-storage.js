sessionStorage.setItem('sessionId', response.headers.get('x-session'));
//@1 sensitiveLocalStorage
sessionStorage.setItem('tab', 'orders');
