/** The one way to write the address of a folder, whatever its end is. */
export const folderAt = (address: string): string => address.replace(/\/?([?#].*)?$/, "/");
