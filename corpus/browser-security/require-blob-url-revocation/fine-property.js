class Preview {
  show(file) {
    this.url = URL.createObjectURL(file);
    image.src = URL.createObjectURL(file);
  }
}

export { Preview };
