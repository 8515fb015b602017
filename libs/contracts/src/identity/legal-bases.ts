/** On which provisions of the law a kind of data rests. */
export const duty = {
  vi: 'Thực hiện nhiệm vụ của cơ quan nhà nước trong quản lý giáo dục (theo hiểu biết của chúng tôi: Điều 19 Luật 91/2025/QH15)',
  en: 'Task of a state body in managing education (to our knowledge: Article 19 of Law 91/2025/QH15)',
};
export const security = {
  vi: 'Bảo đảm an ninh hệ thống và chứng minh trách nhiệm giải trình (theo hiểu biết của chúng tôi: Điều 19 Luật 91/2025/QH15)',
  en: 'Security of the system and accountability (to our knowledge: Article 19 of Law 91/2025/QH15)',
};
export const consent = {
  vi: 'Sự đồng ý của chủ thể dữ liệu, với trẻ em là của người đại diện theo pháp luật (Điều 9 và Điều 24 Luật 91/2025/QH15)',
  en: 'Consent of the data subject, for children that of the legal representative (Articles 9 and 24 of Law 91/2025/QH15)',
};
