export class Orders {
  async handle(event, context) {
  //          ^^^^^^^^^^^^^^^^^^ missingTimeoutHandling
    await this.lambda.invoke({ FunctionName: 'orders', Payload: event.body });
    return context.awsRequestId;
  }
}
