import { ClientOf, contract, takes } from '../core/contract.js';
import { failures } from '../core/failure.js';
import { Foreign, Int, OneOf, Secret, Text } from '../core/fields.js';

/** Groups are classes: a directory keeps who is in which class, and never who may do what (ADR 39). */
export const scimTypes = ['Users', 'Groups'] as const;
export type ScimType = (typeof scimTypes)[number];

export const scimSchemas = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  enterprise: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  /** `code`, `unitCode`, `kind` of a person. */
  person: 'urn:diemcau:params:scim:schemas:extension:diemcau:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  /** `unitCode`, `schoolYear` of a class. */
  class: 'urn:diemcau:params:scim:schemas:extension:diemcau:2.0:Group',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
} as const;

/** Most resources of one list, and most values of one body. */
export const scimLimits = { count: 200, items: 40_000 } as const;

const body = { depth: 10, items: scimLimits.items };

class OfType {
  @OneOf(scimTypes) type: ScimType;
}

/** What of a resource the answer holds (RFC 7644 3.9). */
class Telling extends OfType {
  /** `members` left out spares the reading of a group's members. */
  @Text({ max: 500, optional: true }) attributes?: string;
  @Text({ max: 500, optional: true }) excludedAttributes?: string;
}

export class ScimQuery extends Telling {
  /** RFC 7644 3.4.2.2 */
  @Text({ max: 2000, optional: true }) filter?: string;
  /** From 1; less counts as 1. */
  @Int({ min: -1_000_000, max: 100_000_000, optional: true }) startIndex?: number;
  /** 0–200; more counts as 200. */
  @Int({ min: -1_000_000, max: 100_000_000, optional: true }) count?: number;
}

export class ScimList {
  @Foreign(body) body: Record<string, unknown>;
}

export class ScimRef extends Telling {
  /** As it stands in the path; one that is no id is one of nobody. */
  @Text({ max: 200 }) id: string;
}

/** RFC 9110 13.1.1: `*` or a list of entity tags. */
const Match = () => Text({ max: 500, optional: true });

export class ScimCreate extends Telling {
  @Foreign(body) body: Record<string, unknown>;
}

export class ScimWrite extends ScimRef {
  @Foreign(body) body: Record<string, unknown>;
  @Match() ifMatch?: string;
}

export class ScimRemove extends ScimRef {
  @Match() ifMatch?: string;
}

export class ScimResource {
  @Foreign(body) body: Record<string, unknown>;
  /** `W/"3"` */
  @Secret({ max: 100 }) etag: string;
}

/** SCIM 2.0 (RFC 7643, 7644) for keys with `directory.sync`, inside the subtree of the key's unit. */
export const Scim = contract('identity.scim', {
  list: takes(ScimQuery).gives(ScimList),
  find: takes(ScimRef).gives(ScimResource),
  create: takes(ScimCreate).gives(ScimResource),
  replace: takes(ScimWrite).gives(ScimResource),
  patch: takes(ScimWrite).gives(ScimResource),
  /** Disables a person; deletes a class. */
  remove: takes(ScimRemove),
});
export class ScimClient extends ClientOf(Scim) {}

/** Named by `scimType` of RFC 7644 3.12 where there is one. */
export const scimErrors = failures('scim', {
  notFound: { status: 404, vi: 'Không có tài nguyên này', en: 'There is no such resource' },
  uniqueness: { status: 409, vi: 'Giá trị này đã có người dùng', en: 'The value is already taken' },
  invalidFilter: { status: 400, vi: 'Bộ lọc không hiểu được', en: 'The filter is not understood' },
  invalidSyntax: { status: 400, vi: 'Nội dung không đúng SCIM', en: 'The body is not SCIM' },
  invalidPath: { status: 400, vi: 'Đường dẫn không hiểu được', en: 'The path is not understood' },
  noTarget: { status: 400, vi: 'Đường dẫn không chỉ tới gì', en: 'The path leads to nothing' },
  invalidValue: { status: 400, vi: 'Giá trị không dùng được', en: 'The value cannot be used' },
  mutability: { status: 400, vi: 'Thuộc tính này chỉ để đọc', en: 'The attribute cannot be changed' },
  protected: {
    status: 403,
    vi: 'Tài khoản quản trị không đồng bộ từ danh bạ ngoài',
    en: 'Accounts of administrators are not kept by an outside directory',
  },
  version: {
    status: 412,
    vi: 'Tài nguyên vừa được sửa',
    en: 'The resource has been changed meanwhile',
  },
});
