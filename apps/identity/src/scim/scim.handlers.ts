import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import {
  Scim,
  ScimCreate,
  type ScimList,
  ScimQuery,
  ScimRef,
  ScimRemove,
  type ScimResource,
  scimSchemas,
  type ScimType,
  ScimWrite,
} from '@diemcau/contracts/identity/scim';
import { Handles } from '@diemcau/service/bus/handles';
import { Controller } from '@nestjs/common';
import { ScimClassesService } from './classes.service.js';
import type { Resource } from './patching.js';
import { ScimPeopleService } from './people.service.js';
import { projected } from './projecting.js';
import { realmOf } from './realm.js';

@Controller()
export class ScimHandlers implements Handlers<typeof Scim> {
  constructor(
    private readonly people: ScimPeopleService,
    private readonly classes: ScimClassesService,
  ) {}

  @Handles(Scim.list) async list(input: ScimQuery, caller: Caller): Promise<ScimList> {
    const { resources, total, from } = await this.of(input.type).list(realmOf(caller), input);
    const Resources = resources.map((resource) => projected(resource, input));
    const body = {
      schemas: [scimSchemas.list],
      totalResults: total,
      startIndex: from,
      itemsPerPage: Resources.length,
      Resources,
    };
    return { body };
  }

  @Handles(Scim.find) async find(input: ScimRef, caller: Caller): Promise<ScimResource> {
    return told(await this.of(input.type).find(realmOf(caller), input.id), input);
  }

  @Handles(Scim.create) async create(input: ScimCreate, caller: Caller): Promise<ScimResource> {
    return told(await this.of(input.type).create(realmOf(caller), input.body), input);
  }

  @Handles(Scim.replace) async replace(input: ScimWrite, caller: Caller): Promise<ScimResource> {
    const { type, id, body, ifMatch } = input;
    return told(await this.of(type).replace(realmOf(caller), id, body, ifMatch), input);
  }

  @Handles(Scim.patch) async patch(input: ScimWrite, caller: Caller): Promise<ScimResource> {
    const { type, id, body, ifMatch } = input;
    return told(await this.of(type).patch(realmOf(caller), id, body, ifMatch), input);
  }

  @Handles(Scim.remove) async remove({ type, id, ifMatch }: ScimRemove, caller: Caller): Promise<void> {
    await this.of(type).remove(realmOf(caller), id, ifMatch);
  }

  private of(type: ScimType): ScimPeopleService | ScimClassesService {
    return type === 'Users' ? this.people : this.classes;
  }
}

function told(resource: Resource, asked: ScimCreate | ScimRef): ScimResource {
  const { version } = resource['meta'] as { version: string };
  return { body: projected(resource, asked), etag: version };
}
