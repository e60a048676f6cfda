const key = 'form';
sessionStorage.setItem(key, JSON.stringify({ password: null }));
sessionStorage.setItem(`form-${id}`, state);
