// options: { "additionalPatterns": ["^iban"] }
sessionStorage.setItem('IBAN-of-sender', transfer.from);
//@1 sensitiveInSessionStorage
sessionStorage.setItem('amount', transfer.amount);
