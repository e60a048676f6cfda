const map = createMap(document.querySelector('#map'));

document.querySelector('#zoom').addEventListener('change', (event) => {
  map.level = Number(event.target.value);
  map.draw({ access: 'public', level: map.level });
});

map.promote = (layer) => map.layers.unshift(layer);
map.promote(baseLayer);
