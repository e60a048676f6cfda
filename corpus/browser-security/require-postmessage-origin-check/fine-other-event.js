window.addEventListener('resize', (event) => layout(event.target.innerWidth));
document.addEventListener('click', (event) => console.log(event.type));
