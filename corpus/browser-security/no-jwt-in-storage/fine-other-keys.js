localStorage.setItem('tokenizer', 'bpe');
localStorage.setItem('design-tokens', JSON.stringify(tokens));
