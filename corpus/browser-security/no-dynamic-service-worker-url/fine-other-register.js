router.register(routes.home);
customElements.register(element);
