class Circle {
  constructor(radius) {
    this.radius = radius;
  }
}

function area(data) {
  if (data instanceof Circle) {
    return Math.PI * data.radius ** 2;
  }
  if (Array.isArray(data)) {
    return data.map(area).reduce((sum, item) => sum + item, 0);
  }
  throw new TypeError(`no shape: ${data?.constructor.name}`);
}
