/** Which service this process is: the name of its schema, its queue and its durable consumers. */
export class ServiceIdentity {
  constructor(readonly name: string) {}
}
