export async function handler(evt) {
  for (const message of evt.messages) {
  //                    ^^^^^^^^^^^^ unboundedBatch
    await deliver(message);
  }
  return evt.items;
  //     ^^^^^^^^^ unboundedBatch
}
