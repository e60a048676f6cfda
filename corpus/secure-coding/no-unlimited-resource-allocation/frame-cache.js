class FrameCache {
  constructor() {
    this.frames = new Map();
  }

  keep(id, pixels) {
    this.frames.set(id, Buffer.alloc(pixels.length));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unlimitedMemoryAllocation
    return this.frames.get(id);
  }
}

module.exports = new FrameCache();
