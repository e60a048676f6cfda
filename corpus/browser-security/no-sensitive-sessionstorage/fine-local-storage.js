localStorage.setItem('password-hint', hint);
