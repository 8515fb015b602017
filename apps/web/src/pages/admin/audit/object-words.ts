import type { AuditEntry } from '@diemcau/contracts/identity/audit';
import { useMemo } from 'react';
import { textsOf } from '../../../i18n/texts-of';

const vi = {
  user: 'tài khoản',
  users: 'danh sách người dùng',
  grant: 'vai trò của một người',
  role: 'vai trò',
  unit: 'đơn vị',
  unitEvent: 'thay đổi đơn vị',
  unitType: 'loại đơn vị',
  class: 'lớp',
  rosterEntry: 'người trong danh bạ vận hành',
  import: 'lần nhập từ tệp',
  key: 'khoá API',
  webhook: 'webhook',
  oidcProvider: 'nơi đăng nhập bên ngoài',
  settings: 'thiết lập của tỉnh',
  audit: 'nhật ký',
  room: 'phòng họp',
  lobbyEntry: 'người chờ vào phòng',
  site: 'điểm cầu',
  checklist: 'danh mục kiểm tra',
  siteDocument: 'văn bản điểm cầu',
  roomRules: 'nội quy phòng',
  cost: 'khoản chi',
};
type Kind = keyof typeof vi;

const useKnownKinds = textsOf('admin.auditObjects', vi, {
  user: 'account',
  users: 'list of accounts',
  grant: 'a person’s role',
  role: 'role',
  unit: 'unit',
  unitEvent: 'change of a unit',
  unitType: 'type of units',
  class: 'class',
  rosterEntry: 'entry of the roster',
  import: 'import',
  key: 'API key',
  webhook: 'webhook',
  oidcProvider: 'outside provider',
  settings: 'settings of the province',
  audit: 'audit log',
  room: 'room',
  lobbyEntry: 'somebody at the lobby',
  site: 'site',
  checklist: 'checklist',
  siteDocument: 'document of a site',
  roomRules: 'room rules',
  cost: 'cost',
});

const isKnown = (kind: string): kind is Kind => Object.hasOwn(vi, kind);

/** What kind of thing an entry is about; one that a later release brought, as it is. */
export function useKindWords(): (kind: string) => string {
  const known = useKnownKinds();
  return useMemo(() => (kind) => (isKnown(kind) ? known(kind) : kind), [known]);
}

/** What an entry is about: its name, or its kind where it has none or is gone. */
export function useObjectWords(): (entry: AuditEntry) => string {
  const kindOf = useKindWords();
  return useMemo(
    () =>
      ({ objectName, objectKind, objectId }) =>
        objectName ?? (isKnown(objectKind) ? kindOf(objectKind) : objectId),
    [kindOf],
  );
}
