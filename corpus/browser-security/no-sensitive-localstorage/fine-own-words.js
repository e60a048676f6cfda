// options: { "sensitivePatterns": ["iban"] }
localStorage.setItem('token', colors.token);
memoryStorage.setItem('iban', account.iban);
