sessionStorage.setItem('scroll', String(window.scrollY));
sessionStorage.lastSearch = query;
