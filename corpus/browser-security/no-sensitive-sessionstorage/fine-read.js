const draft = sessionStorage.getItem('secretSanta');
sessionStorage.removeItem('secretSanta');
render(draft);
