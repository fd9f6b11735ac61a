/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const coscore = $root.coscore = (() => {

    /**
     * Namespace coscore.
     * @exports coscore
     * @namespace
     */
    const coscore = {};

    coscore.AlignHello = (function() {

        /**
         * Properties of an AlignHello.
         * @typedef {Object} coscore.AlignHello.$Properties
         * @property {Uint8Array|null} [digest] AlignHello digest
         * @property {Uint8Array|null} [commitment] AlignHello commitment
         * @property {number|null} [setSize] AlignHello setSize
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AlignHello.
         * @memberof coscore
         * @interface IAlignHello
         * @augments coscore.AlignHello.$Properties
         * @deprecated Use coscore.AlignHello.$Properties instead.
         */

        /**
         * Shape of an AlignHello.
         * @typedef {coscore.AlignHello.$Properties} coscore.AlignHello.$Shape
         */

        /**
         * Constructs a new AlignHello.
         * @memberof coscore
         * @classdesc Represents an AlignHello.
         * @constructor
         * @param {coscore.AlignHello.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AlignHello = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AlignHello digest.
         * @member {Uint8Array} digest
         * @memberof coscore.AlignHello
         * @instance
         */
        AlignHello.prototype.digest = $util.newBuffer([]);

        /**
         * AlignHello commitment.
         * @member {Uint8Array} commitment
         * @memberof coscore.AlignHello
         * @instance
         */
        AlignHello.prototype.commitment = $util.newBuffer([]);

        /**
         * AlignHello setSize.
         * @member {number} setSize
         * @memberof coscore.AlignHello
         * @instance
         */
        AlignHello.prototype.setSize = 0;

        /**
         * Creates a new AlignHello instance using the specified properties.
         * @function create
         * @memberof coscore.AlignHello
         * @static
         * @param {coscore.AlignHello.$Properties=} [properties] Properties to set
         * @returns {coscore.AlignHello} AlignHello instance
         * @type {{
         *   (properties: coscore.AlignHello.$Shape): coscore.AlignHello & coscore.AlignHello.$Shape;
         *   (properties?: coscore.AlignHello.$Properties): coscore.AlignHello;
         * }}
         */
        AlignHello.create = function(properties) {
            return new AlignHello(properties);
        };

        /**
         * Encodes the specified AlignHello message. Does not implicitly {@link coscore.AlignHello.verify|verify} messages.
         * @function encode
         * @memberof coscore.AlignHello
         * @static
         * @param {coscore.AlignHello.$Properties} message AlignHello message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AlignHello.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.digest);
            if (message.commitment != null && $Object.hasOwnProperty.call(message, "commitment") && message.commitment.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.commitment);
            if (message.setSize != null && $Object.hasOwnProperty.call(message, "setSize") && message.setSize !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.setSize);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AlignHello message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.AlignHello
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.AlignHello & coscore.AlignHello.$Shape} AlignHello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AlignHello.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.AlignHello();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.digest = value;
                        else
                            delete message.digest;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.commitment = value;
                        else
                            delete message.commitment;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.setSize = value;
                        else
                            delete message.setSize;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for AlignHello
         * @function getTypeUrl
         * @memberof coscore.AlignHello
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        AlignHello.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.AlignHello";
        };

        return AlignHello;
    })();

    coscore.AlignReveal = (function() {

        /**
         * Properties of an AlignReveal.
         * @typedef {Object} coscore.AlignReveal.$Properties
         * @property {Uint8Array|null} [contribution] AlignReveal contribution
         * @property {Uint8Array|null} [commitmentsDigest] AlignReveal commitmentsDigest
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AlignReveal.
         * @memberof coscore
         * @interface IAlignReveal
         * @augments coscore.AlignReveal.$Properties
         * @deprecated Use coscore.AlignReveal.$Properties instead.
         */

        /**
         * Shape of an AlignReveal.
         * @typedef {coscore.AlignReveal.$Properties} coscore.AlignReveal.$Shape
         */

        /**
         * Constructs a new AlignReveal.
         * @memberof coscore
         * @classdesc Represents an AlignReveal.
         * @constructor
         * @param {coscore.AlignReveal.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AlignReveal = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AlignReveal contribution.
         * @member {Uint8Array} contribution
         * @memberof coscore.AlignReveal
         * @instance
         */
        AlignReveal.prototype.contribution = $util.newBuffer([]);

        /**
         * AlignReveal commitmentsDigest.
         * @member {Uint8Array} commitmentsDigest
         * @memberof coscore.AlignReveal
         * @instance
         */
        AlignReveal.prototype.commitmentsDigest = $util.newBuffer([]);

        /**
         * Creates a new AlignReveal instance using the specified properties.
         * @function create
         * @memberof coscore.AlignReveal
         * @static
         * @param {coscore.AlignReveal.$Properties=} [properties] Properties to set
         * @returns {coscore.AlignReveal} AlignReveal instance
         * @type {{
         *   (properties: coscore.AlignReveal.$Shape): coscore.AlignReveal & coscore.AlignReveal.$Shape;
         *   (properties?: coscore.AlignReveal.$Properties): coscore.AlignReveal;
         * }}
         */
        AlignReveal.create = function(properties) {
            return new AlignReveal(properties);
        };

        /**
         * Encodes the specified AlignReveal message. Does not implicitly {@link coscore.AlignReveal.verify|verify} messages.
         * @function encode
         * @memberof coscore.AlignReveal
         * @static
         * @param {coscore.AlignReveal.$Properties} message AlignReveal message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AlignReveal.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.contribution != null && $Object.hasOwnProperty.call(message, "contribution") && message.contribution.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.contribution);
            if (message.commitmentsDigest != null && $Object.hasOwnProperty.call(message, "commitmentsDigest") && message.commitmentsDigest.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.commitmentsDigest);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AlignReveal message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.AlignReveal
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.AlignReveal & coscore.AlignReveal.$Shape} AlignReveal
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AlignReveal.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.AlignReveal();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.contribution = value;
                        else
                            delete message.contribution;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.commitmentsDigest = value;
                        else
                            delete message.commitmentsDigest;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for AlignReveal
         * @function getTypeUrl
         * @memberof coscore.AlignReveal
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        AlignReveal.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.AlignReveal";
        };

        return AlignReveal;
    })();

    coscore.AlignSetHeader = (function() {

        /**
         * Properties of an AlignSetHeader.
         * @typedef {Object} coscore.AlignSetHeader.$Properties
         * @property {Uint8Array|null} [digest] AlignSetHeader digest
         * @property {number|null} [setSize] AlignSetHeader setSize
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AlignSetHeader.
         * @memberof coscore
         * @interface IAlignSetHeader
         * @augments coscore.AlignSetHeader.$Properties
         * @deprecated Use coscore.AlignSetHeader.$Properties instead.
         */

        /**
         * Shape of an AlignSetHeader.
         * @typedef {coscore.AlignSetHeader.$Properties} coscore.AlignSetHeader.$Shape
         */

        /**
         * Constructs a new AlignSetHeader.
         * @memberof coscore
         * @classdesc Represents an AlignSetHeader.
         * @constructor
         * @param {coscore.AlignSetHeader.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AlignSetHeader = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AlignSetHeader digest.
         * @member {Uint8Array} digest
         * @memberof coscore.AlignSetHeader
         * @instance
         */
        AlignSetHeader.prototype.digest = $util.newBuffer([]);

        /**
         * AlignSetHeader setSize.
         * @member {number} setSize
         * @memberof coscore.AlignSetHeader
         * @instance
         */
        AlignSetHeader.prototype.setSize = 0;

        /**
         * Creates a new AlignSetHeader instance using the specified properties.
         * @function create
         * @memberof coscore.AlignSetHeader
         * @static
         * @param {coscore.AlignSetHeader.$Properties=} [properties] Properties to set
         * @returns {coscore.AlignSetHeader} AlignSetHeader instance
         * @type {{
         *   (properties: coscore.AlignSetHeader.$Shape): coscore.AlignSetHeader & coscore.AlignSetHeader.$Shape;
         *   (properties?: coscore.AlignSetHeader.$Properties): coscore.AlignSetHeader;
         * }}
         */
        AlignSetHeader.create = function(properties) {
            return new AlignSetHeader(properties);
        };

        /**
         * Encodes the specified AlignSetHeader message. Does not implicitly {@link coscore.AlignSetHeader.verify|verify} messages.
         * @function encode
         * @memberof coscore.AlignSetHeader
         * @static
         * @param {coscore.AlignSetHeader.$Properties} message AlignSetHeader message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AlignSetHeader.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.digest);
            if (message.setSize != null && $Object.hasOwnProperty.call(message, "setSize") && message.setSize !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.setSize);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AlignSetHeader message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.AlignSetHeader
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.AlignSetHeader & coscore.AlignSetHeader.$Shape} AlignSetHeader
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AlignSetHeader.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.AlignSetHeader();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.digest = value;
                        else
                            delete message.digest;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.setSize = value;
                        else
                            delete message.setSize;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for AlignSetHeader
         * @function getTypeUrl
         * @memberof coscore.AlignSetHeader
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        AlignSetHeader.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.AlignSetHeader";
        };

        return AlignSetHeader;
    })();

    coscore.AlignBatch = (function() {

        /**
         * Properties of an AlignBatch.
         * @typedef {Object} coscore.AlignBatch.$Properties
         * @property {number|null} [index] AlignBatch index
         * @property {Uint8Array|null} [items] AlignBatch items
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AlignBatch.
         * @memberof coscore
         * @interface IAlignBatch
         * @augments coscore.AlignBatch.$Properties
         * @deprecated Use coscore.AlignBatch.$Properties instead.
         */

        /**
         * Shape of an AlignBatch.
         * @typedef {coscore.AlignBatch.$Properties} coscore.AlignBatch.$Shape
         */

        /**
         * Constructs a new AlignBatch.
         * @memberof coscore
         * @classdesc Represents an AlignBatch.
         * @constructor
         * @param {coscore.AlignBatch.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AlignBatch = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AlignBatch index.
         * @member {number} index
         * @memberof coscore.AlignBatch
         * @instance
         */
        AlignBatch.prototype.index = 0;

        /**
         * AlignBatch items.
         * @member {Uint8Array} items
         * @memberof coscore.AlignBatch
         * @instance
         */
        AlignBatch.prototype.items = $util.newBuffer([]);

        /**
         * Creates a new AlignBatch instance using the specified properties.
         * @function create
         * @memberof coscore.AlignBatch
         * @static
         * @param {coscore.AlignBatch.$Properties=} [properties] Properties to set
         * @returns {coscore.AlignBatch} AlignBatch instance
         * @type {{
         *   (properties: coscore.AlignBatch.$Shape): coscore.AlignBatch & coscore.AlignBatch.$Shape;
         *   (properties?: coscore.AlignBatch.$Properties): coscore.AlignBatch;
         * }}
         */
        AlignBatch.create = function(properties) {
            return new AlignBatch(properties);
        };

        /**
         * Encodes the specified AlignBatch message. Does not implicitly {@link coscore.AlignBatch.verify|verify} messages.
         * @function encode
         * @memberof coscore.AlignBatch
         * @static
         * @param {coscore.AlignBatch.$Properties} message AlignBatch message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AlignBatch.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.index);
            if (message.items != null && $Object.hasOwnProperty.call(message, "items") && message.items.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.items);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AlignBatch message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.AlignBatch
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.AlignBatch & coscore.AlignBatch.$Shape} AlignBatch
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AlignBatch.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.AlignBatch();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.items = value;
                        else
                            delete message.items;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for AlignBatch
         * @function getTypeUrl
         * @memberof coscore.AlignBatch
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        AlignBatch.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.AlignBatch";
        };

        return AlignBatch;
    })();

    coscore.AlignOutcome = (function() {

        /**
         * Properties of an AlignOutcome.
         * @typedef {Object} coscore.AlignOutcome.$Properties
         * @property {number|null} [outcome] AlignOutcome outcome
         * @property {number|null} [rows] AlignOutcome rows
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an AlignOutcome.
         * @memberof coscore
         * @interface IAlignOutcome
         * @augments coscore.AlignOutcome.$Properties
         * @deprecated Use coscore.AlignOutcome.$Properties instead.
         */

        /**
         * Shape of an AlignOutcome.
         * @typedef {coscore.AlignOutcome.$Properties} coscore.AlignOutcome.$Shape
         */

        /**
         * Constructs a new AlignOutcome.
         * @memberof coscore
         * @classdesc Represents an AlignOutcome.
         * @constructor
         * @param {coscore.AlignOutcome.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const AlignOutcome = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * AlignOutcome outcome.
         * @member {number} outcome
         * @memberof coscore.AlignOutcome
         * @instance
         */
        AlignOutcome.prototype.outcome = 0;

        /**
         * AlignOutcome rows.
         * @member {number} rows
         * @memberof coscore.AlignOutcome
         * @instance
         */
        AlignOutcome.prototype.rows = 0;

        /**
         * Creates a new AlignOutcome instance using the specified properties.
         * @function create
         * @memberof coscore.AlignOutcome
         * @static
         * @param {coscore.AlignOutcome.$Properties=} [properties] Properties to set
         * @returns {coscore.AlignOutcome} AlignOutcome instance
         * @type {{
         *   (properties: coscore.AlignOutcome.$Shape): coscore.AlignOutcome & coscore.AlignOutcome.$Shape;
         *   (properties?: coscore.AlignOutcome.$Properties): coscore.AlignOutcome;
         * }}
         */
        AlignOutcome.create = function(properties) {
            return new AlignOutcome(properties);
        };

        /**
         * Encodes the specified AlignOutcome message. Does not implicitly {@link coscore.AlignOutcome.verify|verify} messages.
         * @function encode
         * @memberof coscore.AlignOutcome
         * @static
         * @param {coscore.AlignOutcome.$Properties} message AlignOutcome message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        AlignOutcome.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.outcome);
            if (message.rows != null && $Object.hasOwnProperty.call(message, "rows") && message.rows !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.rows);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an AlignOutcome message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.AlignOutcome
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.AlignOutcome & coscore.AlignOutcome.$Shape} AlignOutcome
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        AlignOutcome.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.AlignOutcome();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.outcome = value;
                        else
                            delete message.outcome;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.rows = value;
                        else
                            delete message.rows;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for AlignOutcome
         * @function getTypeUrl
         * @memberof coscore.AlignOutcome
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        AlignOutcome.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.AlignOutcome";
        };

        return AlignOutcome;
    })();

    coscore.Order = (function() {

        /**
         * Properties of an Order.
         * @typedef {Object} coscore.Order.$Properties
         * @property {coscore.SignOrder.$Properties|null} [sign] Order sign
         * @property {coscore.ProjectOrder.$Properties|null} [project] Order project
         * @property {coscore.JobOrder.$Properties|null} [job] Order job
         * @property {coscore.OverOrder.$Properties|null} [over] Order over
         * @property {coscore.RevokeOrder.$Properties|null} [revoke] Order revoke
         * @property {coscore.ScoreOrder.$Properties|null} [score] Order score
         * @property {"sign"|"project"|"job"|"over"|"revoke"|"score"} [order] Order order
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Order.
         * @memberof coscore
         * @interface IOrder
         * @augments coscore.Order.$Properties
         * @deprecated Use coscore.Order.$Properties instead.
         */

        /**
         * Narrowed shape of an Order.
         * @typedef {{
         *   sign?: coscore.SignOrder.$Shape|null;
         *   project?: coscore.ProjectOrder.$Shape|null;
         *   job?: coscore.JobOrder.$Shape|null;
         *   over?: coscore.OverOrder.$Shape|null;
         *   revoke?: coscore.RevokeOrder.$Shape|null;
         *   score?: coscore.ScoreOrder.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ order?: undefined; sign?: null; project?: null; job?: null; over?: null; revoke?: null; score?: null }|{ order?: "sign"; sign: coscore.SignOrder.$Shape; project?: null; job?: null; over?: null; revoke?: null; score?: null }|{ order?: "project"; sign?: null; project: coscore.ProjectOrder.$Shape; job?: null; over?: null; revoke?: null; score?: null }|{ order?: "job"; sign?: null; project?: null; job: coscore.JobOrder.$Shape; over?: null; revoke?: null; score?: null }|{ order?: "over"; sign?: null; project?: null; job?: null; over: coscore.OverOrder.$Shape; revoke?: null; score?: null }|{ order?: "revoke"; sign?: null; project?: null; job?: null; over?: null; revoke: coscore.RevokeOrder.$Shape; score?: null }|{ order?: "score"; sign?: null; project?: null; job?: null; over?: null; revoke?: null; score: coscore.ScoreOrder.$Shape })
         * )} coscore.Order.$Shape
         */

        /**
         * Constructs a new Order.
         * @memberof coscore
         * @classdesc Represents an Order.
         * @constructor
         * @param {coscore.Order.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Order = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Order sign.
         * @member {coscore.SignOrder.$Properties|null|undefined} sign
         * @memberof coscore.Order
         * @instance
         */
        Order.prototype.sign = null;

        /**
         * Order project.
         * @member {coscore.ProjectOrder.$Properties|null|undefined} project
         * @memberof coscore.Order
         * @instance
         */
        Order.prototype.project = null;

        /**
         * Order job.
         * @member {coscore.JobOrder.$Properties|null|undefined} job
         * @memberof coscore.Order
         * @instance
         */
        Order.prototype.job = null;

        /**
         * Order over.
         * @member {coscore.OverOrder.$Properties|null|undefined} over
         * @memberof coscore.Order
         * @instance
         */
        Order.prototype.over = null;

        /**
         * Order revoke.
         * @member {coscore.RevokeOrder.$Properties|null|undefined} revoke
         * @memberof coscore.Order
         * @instance
         */
        Order.prototype.revoke = null;

        /**
         * Order score.
         * @member {coscore.ScoreOrder.$Properties|null|undefined} score
         * @memberof coscore.Order
         * @instance
         */
        Order.prototype.score = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * Order order.
         * @member {"sign"|"project"|"job"|"over"|"revoke"|"score"|undefined} order
         * @memberof coscore.Order
         * @instance
         */
        $Object.defineProperty(Order.prototype, "order", {
            get: $util.oneOfGetter($oneOfFields = ["sign", "project", "job", "over", "revoke", "score"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new Order instance using the specified properties.
         * @function create
         * @memberof coscore.Order
         * @static
         * @param {coscore.Order.$Properties=} [properties] Properties to set
         * @returns {coscore.Order} Order instance
         * @type {{
         *   (properties: coscore.Order.$Shape): coscore.Order & coscore.Order.$Shape;
         *   (properties?: coscore.Order.$Properties): coscore.Order;
         * }}
         */
        Order.create = function(properties) {
            return new Order(properties);
        };

        /**
         * Encodes the specified Order message. Does not implicitly {@link coscore.Order.verify|verify} messages.
         * @function encode
         * @memberof coscore.Order
         * @static
         * @param {coscore.Order.$Properties} message Order message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Order.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.sign != null && $Object.hasOwnProperty.call(message, "sign"))
                $root.coscore.SignOrder.encode(message.sign, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.project != null && $Object.hasOwnProperty.call(message, "project"))
                $root.coscore.ProjectOrder.encode(message.project, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.job != null && $Object.hasOwnProperty.call(message, "job"))
                $root.coscore.JobOrder.encode(message.job, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.over != null && $Object.hasOwnProperty.call(message, "over"))
                $root.coscore.OverOrder.encode(message.over, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.revoke != null && $Object.hasOwnProperty.call(message, "revoke"))
                $root.coscore.RevokeOrder.encode(message.revoke, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.score != null && $Object.hasOwnProperty.call(message, "score"))
                $root.coscore.ScoreOrder.encode(message.score, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Order message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.Order
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.Order & coscore.Order.$Shape} Order
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Order.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.Order();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.sign = $root.coscore.SignOrder.decode(reader, reader.size(), $undefined, _depth + 1, message.sign);
                        message.order = "sign";
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.project = $root.coscore.ProjectOrder.decode(reader, reader.size(), $undefined, _depth + 1, message.project);
                        message.order = "project";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.job = $root.coscore.JobOrder.decode(reader, reader.size(), $undefined, _depth + 1, message.job);
                        message.order = "job";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.over = $root.coscore.OverOrder.decode(reader, reader.size(), $undefined, _depth + 1, message.over);
                        message.order = "over";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.revoke = $root.coscore.RevokeOrder.decode(reader, reader.size(), $undefined, _depth + 1, message.revoke);
                        message.order = "revoke";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.score = $root.coscore.ScoreOrder.decode(reader, reader.size(), $undefined, _depth + 1, message.score);
                        message.order = "score";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for Order
         * @function getTypeUrl
         * @memberof coscore.Order
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Order.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.Order";
        };

        return Order;
    })();

    coscore.SignOrder = (function() {

        /**
         * Properties of a SignOrder.
         * @typedef {Object} coscore.SignOrder.$Properties
         * @property {Uint8Array|null} [manifest] SignOrder manifest
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SignOrder.
         * @memberof coscore
         * @interface ISignOrder
         * @augments coscore.SignOrder.$Properties
         * @deprecated Use coscore.SignOrder.$Properties instead.
         */

        /**
         * Shape of a SignOrder.
         * @typedef {coscore.SignOrder.$Properties} coscore.SignOrder.$Shape
         */

        /**
         * Constructs a new SignOrder.
         * @memberof coscore
         * @classdesc Represents a SignOrder.
         * @constructor
         * @param {coscore.SignOrder.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SignOrder = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SignOrder manifest.
         * @member {Uint8Array} manifest
         * @memberof coscore.SignOrder
         * @instance
         */
        SignOrder.prototype.manifest = $util.newBuffer([]);

        /**
         * Creates a new SignOrder instance using the specified properties.
         * @function create
         * @memberof coscore.SignOrder
         * @static
         * @param {coscore.SignOrder.$Properties=} [properties] Properties to set
         * @returns {coscore.SignOrder} SignOrder instance
         * @type {{
         *   (properties: coscore.SignOrder.$Shape): coscore.SignOrder & coscore.SignOrder.$Shape;
         *   (properties?: coscore.SignOrder.$Properties): coscore.SignOrder;
         * }}
         */
        SignOrder.create = function(properties) {
            return new SignOrder(properties);
        };

        /**
         * Encodes the specified SignOrder message. Does not implicitly {@link coscore.SignOrder.verify|verify} messages.
         * @function encode
         * @memberof coscore.SignOrder
         * @static
         * @param {coscore.SignOrder.$Properties} message SignOrder message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SignOrder.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.manifest != null && $Object.hasOwnProperty.call(message, "manifest") && message.manifest.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.manifest);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SignOrder message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.SignOrder
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.SignOrder & coscore.SignOrder.$Shape} SignOrder
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SignOrder.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.SignOrder();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.manifest = value;
                        else
                            delete message.manifest;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for SignOrder
         * @function getTypeUrl
         * @memberof coscore.SignOrder
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SignOrder.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.SignOrder";
        };

        return SignOrder;
    })();

    coscore.ProjectOrder = (function() {

        /**
         * Properties of a ProjectOrder.
         * @typedef {Object} coscore.ProjectOrder.$Properties
         * @property {Uint8Array|null} [signedManifest] ProjectOrder signedManifest
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ProjectOrder.
         * @memberof coscore
         * @interface IProjectOrder
         * @augments coscore.ProjectOrder.$Properties
         * @deprecated Use coscore.ProjectOrder.$Properties instead.
         */

        /**
         * Shape of a ProjectOrder.
         * @typedef {coscore.ProjectOrder.$Properties} coscore.ProjectOrder.$Shape
         */

        /**
         * Constructs a new ProjectOrder.
         * @memberof coscore
         * @classdesc Represents a ProjectOrder.
         * @constructor
         * @param {coscore.ProjectOrder.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ProjectOrder = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ProjectOrder signedManifest.
         * @member {Uint8Array} signedManifest
         * @memberof coscore.ProjectOrder
         * @instance
         */
        ProjectOrder.prototype.signedManifest = $util.newBuffer([]);

        /**
         * Creates a new ProjectOrder instance using the specified properties.
         * @function create
         * @memberof coscore.ProjectOrder
         * @static
         * @param {coscore.ProjectOrder.$Properties=} [properties] Properties to set
         * @returns {coscore.ProjectOrder} ProjectOrder instance
         * @type {{
         *   (properties: coscore.ProjectOrder.$Shape): coscore.ProjectOrder & coscore.ProjectOrder.$Shape;
         *   (properties?: coscore.ProjectOrder.$Properties): coscore.ProjectOrder;
         * }}
         */
        ProjectOrder.create = function(properties) {
            return new ProjectOrder(properties);
        };

        /**
         * Encodes the specified ProjectOrder message. Does not implicitly {@link coscore.ProjectOrder.verify|verify} messages.
         * @function encode
         * @memberof coscore.ProjectOrder
         * @static
         * @param {coscore.ProjectOrder.$Properties} message ProjectOrder message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ProjectOrder.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.signedManifest != null && $Object.hasOwnProperty.call(message, "signedManifest") && message.signedManifest.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.signedManifest);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ProjectOrder message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.ProjectOrder
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.ProjectOrder & coscore.ProjectOrder.$Shape} ProjectOrder
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ProjectOrder.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.ProjectOrder();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.signedManifest = value;
                        else
                            delete message.signedManifest;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for ProjectOrder
         * @function getTypeUrl
         * @memberof coscore.ProjectOrder
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ProjectOrder.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.ProjectOrder";
        };

        return ProjectOrder;
    })();

    coscore.RevokeOrder = (function() {

        /**
         * Properties of a RevokeOrder.
         * @typedef {Object} coscore.RevokeOrder.$Properties
         * @property {string|null} [digest] RevokeOrder digest
         * @property {string|null} [by] RevokeOrder by
         * @property {string|null} [reason] RevokeOrder reason
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RevokeOrder.
         * @memberof coscore
         * @interface IRevokeOrder
         * @augments coscore.RevokeOrder.$Properties
         * @deprecated Use coscore.RevokeOrder.$Properties instead.
         */

        /**
         * Shape of a RevokeOrder.
         * @typedef {coscore.RevokeOrder.$Properties} coscore.RevokeOrder.$Shape
         */

        /**
         * Constructs a new RevokeOrder.
         * @memberof coscore
         * @classdesc Represents a RevokeOrder.
         * @constructor
         * @param {coscore.RevokeOrder.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RevokeOrder = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RevokeOrder digest.
         * @member {string} digest
         * @memberof coscore.RevokeOrder
         * @instance
         */
        RevokeOrder.prototype.digest = "";

        /**
         * RevokeOrder by.
         * @member {string} by
         * @memberof coscore.RevokeOrder
         * @instance
         */
        RevokeOrder.prototype.by = "";

        /**
         * RevokeOrder reason.
         * @member {string} reason
         * @memberof coscore.RevokeOrder
         * @instance
         */
        RevokeOrder.prototype.reason = "";

        /**
         * Creates a new RevokeOrder instance using the specified properties.
         * @function create
         * @memberof coscore.RevokeOrder
         * @static
         * @param {coscore.RevokeOrder.$Properties=} [properties] Properties to set
         * @returns {coscore.RevokeOrder} RevokeOrder instance
         * @type {{
         *   (properties: coscore.RevokeOrder.$Shape): coscore.RevokeOrder & coscore.RevokeOrder.$Shape;
         *   (properties?: coscore.RevokeOrder.$Properties): coscore.RevokeOrder;
         * }}
         */
        RevokeOrder.create = function(properties) {
            return new RevokeOrder(properties);
        };

        /**
         * Encodes the specified RevokeOrder message. Does not implicitly {@link coscore.RevokeOrder.verify|verify} messages.
         * @function encode
         * @memberof coscore.RevokeOrder
         * @static
         * @param {coscore.RevokeOrder.$Properties} message RevokeOrder message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RevokeOrder.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.digest);
            if (message.by != null && $Object.hasOwnProperty.call(message, "by") && message.by !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.by);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RevokeOrder message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.RevokeOrder
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.RevokeOrder & coscore.RevokeOrder.$Shape} RevokeOrder
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RevokeOrder.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.RevokeOrder();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.digest = value;
                        else
                            delete message.digest;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.by = value;
                        else
                            delete message.by;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for RevokeOrder
         * @function getTypeUrl
         * @memberof coscore.RevokeOrder
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        RevokeOrder.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.RevokeOrder";
        };

        return RevokeOrder;
    })();

    coscore.JobOrder = (function() {

        /**
         * Properties of a JobOrder.
         * @typedef {Object} coscore.JobOrder.$Properties
         * @property {string|null} [job] JobOrder job
         * @property {number|null} [attempt] JobOrder attempt
         * @property {string|null} [project] JobOrder project
         * @property {Uint8Array|null} [recipe] JobOrder recipe
         * @property {string|null} [role] JobOrder role
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobOrder.
         * @memberof coscore
         * @interface IJobOrder
         * @augments coscore.JobOrder.$Properties
         * @deprecated Use coscore.JobOrder.$Properties instead.
         */

        /**
         * Shape of a JobOrder.
         * @typedef {coscore.JobOrder.$Properties} coscore.JobOrder.$Shape
         */

        /**
         * Constructs a new JobOrder.
         * @memberof coscore
         * @classdesc Represents a JobOrder.
         * @constructor
         * @param {coscore.JobOrder.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobOrder = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobOrder job.
         * @member {string} job
         * @memberof coscore.JobOrder
         * @instance
         */
        JobOrder.prototype.job = "";

        /**
         * JobOrder attempt.
         * @member {number} attempt
         * @memberof coscore.JobOrder
         * @instance
         */
        JobOrder.prototype.attempt = 0;

        /**
         * JobOrder project.
         * @member {string} project
         * @memberof coscore.JobOrder
         * @instance
         */
        JobOrder.prototype.project = "";

        /**
         * JobOrder recipe.
         * @member {Uint8Array} recipe
         * @memberof coscore.JobOrder
         * @instance
         */
        JobOrder.prototype.recipe = $util.newBuffer([]);

        /**
         * JobOrder role.
         * @member {string} role
         * @memberof coscore.JobOrder
         * @instance
         */
        JobOrder.prototype.role = "";

        /**
         * Creates a new JobOrder instance using the specified properties.
         * @function create
         * @memberof coscore.JobOrder
         * @static
         * @param {coscore.JobOrder.$Properties=} [properties] Properties to set
         * @returns {coscore.JobOrder} JobOrder instance
         * @type {{
         *   (properties: coscore.JobOrder.$Shape): coscore.JobOrder & coscore.JobOrder.$Shape;
         *   (properties?: coscore.JobOrder.$Properties): coscore.JobOrder;
         * }}
         */
        JobOrder.create = function(properties) {
            return new JobOrder(properties);
        };

        /**
         * Encodes the specified JobOrder message. Does not implicitly {@link coscore.JobOrder.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobOrder
         * @static
         * @param {coscore.JobOrder.$Properties} message JobOrder message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobOrder.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.job != null && $Object.hasOwnProperty.call(message, "job") && message.job !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.job);
            if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.attempt);
            if (message.project != null && $Object.hasOwnProperty.call(message, "project") && message.project !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.project);
            if (message.recipe != null && $Object.hasOwnProperty.call(message, "recipe") && message.recipe.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.recipe);
            if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.role);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobOrder message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobOrder
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobOrder & coscore.JobOrder.$Shape} JobOrder
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobOrder.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobOrder();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.job = value;
                        else
                            delete message.job;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.attempt = value;
                        else
                            delete message.attempt;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.project = value;
                        else
                            delete message.project;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.recipe = value;
                        else
                            delete message.recipe;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.role = value;
                        else
                            delete message.role;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobOrder
         * @function getTypeUrl
         * @memberof coscore.JobOrder
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobOrder.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobOrder";
        };

        return JobOrder;
    })();

    coscore.OverOrder = (function() {

        /**
         * Properties of an OverOrder.
         * @typedef {Object} coscore.OverOrder.$Properties
         * @property {string|null} [job] OverOrder job
         * @property {string|null} [reason] OverOrder reason
         * @property {string|null} [state] OverOrder state
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an OverOrder.
         * @memberof coscore
         * @interface IOverOrder
         * @augments coscore.OverOrder.$Properties
         * @deprecated Use coscore.OverOrder.$Properties instead.
         */

        /**
         * Shape of an OverOrder.
         * @typedef {coscore.OverOrder.$Properties} coscore.OverOrder.$Shape
         */

        /**
         * Constructs a new OverOrder.
         * @memberof coscore
         * @classdesc Represents an OverOrder.
         * @constructor
         * @param {coscore.OverOrder.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const OverOrder = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * OverOrder job.
         * @member {string} job
         * @memberof coscore.OverOrder
         * @instance
         */
        OverOrder.prototype.job = "";

        /**
         * OverOrder reason.
         * @member {string} reason
         * @memberof coscore.OverOrder
         * @instance
         */
        OverOrder.prototype.reason = "";

        /**
         * OverOrder state.
         * @member {string} state
         * @memberof coscore.OverOrder
         * @instance
         */
        OverOrder.prototype.state = "";

        /**
         * Creates a new OverOrder instance using the specified properties.
         * @function create
         * @memberof coscore.OverOrder
         * @static
         * @param {coscore.OverOrder.$Properties=} [properties] Properties to set
         * @returns {coscore.OverOrder} OverOrder instance
         * @type {{
         *   (properties: coscore.OverOrder.$Shape): coscore.OverOrder & coscore.OverOrder.$Shape;
         *   (properties?: coscore.OverOrder.$Properties): coscore.OverOrder;
         * }}
         */
        OverOrder.create = function(properties) {
            return new OverOrder(properties);
        };

        /**
         * Encodes the specified OverOrder message. Does not implicitly {@link coscore.OverOrder.verify|verify} messages.
         * @function encode
         * @memberof coscore.OverOrder
         * @static
         * @param {coscore.OverOrder.$Properties} message OverOrder message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        OverOrder.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.job != null && $Object.hasOwnProperty.call(message, "job") && message.job !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.job);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
            if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.state);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an OverOrder message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.OverOrder
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.OverOrder & coscore.OverOrder.$Shape} OverOrder
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        OverOrder.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.OverOrder();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.job = value;
                        else
                            delete message.job;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.state = value;
                        else
                            delete message.state;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for OverOrder
         * @function getTypeUrl
         * @memberof coscore.OverOrder
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        OverOrder.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.OverOrder";
        };

        return OverOrder;
    })();

    coscore.ScoreOrder = (function() {

        /**
         * Properties of a ScoreOrder.
         * @typedef {Object} coscore.ScoreOrder.$Properties
         * @property {string|null} [batch] ScoreOrder batch
         * @property {string|null} [job] ScoreOrder job
         * @property {string|null} [code] ScoreOrder code
         * @property {string|null} [message] ScoreOrder message
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ScoreOrder.
         * @memberof coscore
         * @interface IScoreOrder
         * @augments coscore.ScoreOrder.$Properties
         * @deprecated Use coscore.ScoreOrder.$Properties instead.
         */

        /**
         * Shape of a ScoreOrder.
         * @typedef {coscore.ScoreOrder.$Properties} coscore.ScoreOrder.$Shape
         */

        /**
         * Constructs a new ScoreOrder.
         * @memberof coscore
         * @classdesc Represents a ScoreOrder.
         * @constructor
         * @param {coscore.ScoreOrder.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ScoreOrder = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ScoreOrder batch.
         * @member {string} batch
         * @memberof coscore.ScoreOrder
         * @instance
         */
        ScoreOrder.prototype.batch = "";

        /**
         * ScoreOrder job.
         * @member {string} job
         * @memberof coscore.ScoreOrder
         * @instance
         */
        ScoreOrder.prototype.job = "";

        /**
         * ScoreOrder code.
         * @member {string} code
         * @memberof coscore.ScoreOrder
         * @instance
         */
        ScoreOrder.prototype.code = "";

        /**
         * ScoreOrder message.
         * @member {string} message
         * @memberof coscore.ScoreOrder
         * @instance
         */
        ScoreOrder.prototype.message = "";

        /**
         * Creates a new ScoreOrder instance using the specified properties.
         * @function create
         * @memberof coscore.ScoreOrder
         * @static
         * @param {coscore.ScoreOrder.$Properties=} [properties] Properties to set
         * @returns {coscore.ScoreOrder} ScoreOrder instance
         * @type {{
         *   (properties: coscore.ScoreOrder.$Shape): coscore.ScoreOrder & coscore.ScoreOrder.$Shape;
         *   (properties?: coscore.ScoreOrder.$Properties): coscore.ScoreOrder;
         * }}
         */
        ScoreOrder.create = function(properties) {
            return new ScoreOrder(properties);
        };

        /**
         * Encodes the specified ScoreOrder message. Does not implicitly {@link coscore.ScoreOrder.verify|verify} messages.
         * @function encode
         * @memberof coscore.ScoreOrder
         * @static
         * @param {coscore.ScoreOrder.$Properties} message ScoreOrder message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ScoreOrder.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.batch != null && $Object.hasOwnProperty.call(message, "batch") && message.batch !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.batch);
            if (message.job != null && $Object.hasOwnProperty.call(message, "job") && message.job !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.job);
            if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.code);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.message);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ScoreOrder message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.ScoreOrder
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.ScoreOrder & coscore.ScoreOrder.$Shape} ScoreOrder
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ScoreOrder.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.ScoreOrder();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.batch = value;
                        else
                            delete message.batch;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.job = value;
                        else
                            delete message.job;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.code = value;
                        else
                            delete message.code;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.message = value;
                        else
                            delete message.message;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for ScoreOrder
         * @function getTypeUrl
         * @memberof coscore.ScoreOrder
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ScoreOrder.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.ScoreOrder";
        };

        return ScoreOrder;
    })();

    coscore.NodeReport = (function() {

        /**
         * Properties of a NodeReport.
         * @typedef {Object} coscore.NodeReport.$Properties
         * @property {coscore.HelloReport.$Properties|null} [hello] NodeReport hello
         * @property {coscore.DatasetReport.$Properties|null} [dataset] NodeReport dataset
         * @property {coscore.SignatureReport.$Properties|null} [signature] NodeReport signature
         * @property {coscore.RejectionReport.$Properties|null} [rejection] NodeReport rejection
         * @property {coscore.ProgressReport.$Properties|null} [progress] NodeReport progress
         * @property {coscore.FinishedReport.$Properties|null} [finished] NodeReport finished
         * @property {coscore.FailedReport.$Properties|null} [failed] NodeReport failed
         * @property {coscore.ScoreReport.$Properties|null} [score] NodeReport score
         * @property {"hello"|"dataset"|"signature"|"rejection"|"progress"|"finished"|"failed"|"score"} [report] NodeReport report
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a NodeReport.
         * @memberof coscore
         * @interface INodeReport
         * @augments coscore.NodeReport.$Properties
         * @deprecated Use coscore.NodeReport.$Properties instead.
         */

        /**
         * Narrowed shape of a NodeReport.
         * @typedef {{
         *   hello?: coscore.HelloReport.$Shape|null;
         *   dataset?: coscore.DatasetReport.$Shape|null;
         *   signature?: coscore.SignatureReport.$Shape|null;
         *   rejection?: coscore.RejectionReport.$Shape|null;
         *   progress?: coscore.ProgressReport.$Shape|null;
         *   finished?: coscore.FinishedReport.$Shape|null;
         *   failed?: coscore.FailedReport.$Shape|null;
         *   score?: coscore.ScoreReport.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ report?: undefined; hello?: null; dataset?: null; signature?: null; rejection?: null; progress?: null; finished?: null; failed?: null; score?: null }|{ report?: "hello"; hello: coscore.HelloReport.$Shape; dataset?: null; signature?: null; rejection?: null; progress?: null; finished?: null; failed?: null; score?: null }|{ report?: "dataset"; hello?: null; dataset: coscore.DatasetReport.$Shape; signature?: null; rejection?: null; progress?: null; finished?: null; failed?: null; score?: null }|{ report?: "signature"; hello?: null; dataset?: null; signature: coscore.SignatureReport.$Shape; rejection?: null; progress?: null; finished?: null; failed?: null; score?: null }|{ report?: "rejection"; hello?: null; dataset?: null; signature?: null; rejection: coscore.RejectionReport.$Shape; progress?: null; finished?: null; failed?: null; score?: null }|{ report?: "progress"; hello?: null; dataset?: null; signature?: null; rejection?: null; progress: coscore.ProgressReport.$Shape; finished?: null; failed?: null; score?: null }|{ report?: "finished"; hello?: null; dataset?: null; signature?: null; rejection?: null; progress?: null; finished: coscore.FinishedReport.$Shape; failed?: null; score?: null }|{ report?: "failed"; hello?: null; dataset?: null; signature?: null; rejection?: null; progress?: null; finished?: null; failed: coscore.FailedReport.$Shape; score?: null }|{ report?: "score"; hello?: null; dataset?: null; signature?: null; rejection?: null; progress?: null; finished?: null; failed?: null; score: coscore.ScoreReport.$Shape })
         * )} coscore.NodeReport.$Shape
         */

        /**
         * Constructs a new NodeReport.
         * @memberof coscore
         * @classdesc Represents a NodeReport.
         * @constructor
         * @param {coscore.NodeReport.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const NodeReport = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * NodeReport hello.
         * @member {coscore.HelloReport.$Properties|null|undefined} hello
         * @memberof coscore.NodeReport
         * @instance
         */
        NodeReport.prototype.hello = null;

        /**
         * NodeReport dataset.
         * @member {coscore.DatasetReport.$Properties|null|undefined} dataset
         * @memberof coscore.NodeReport
         * @instance
         */
        NodeReport.prototype.dataset = null;

        /**
         * NodeReport signature.
         * @member {coscore.SignatureReport.$Properties|null|undefined} signature
         * @memberof coscore.NodeReport
         * @instance
         */
        NodeReport.prototype.signature = null;

        /**
         * NodeReport rejection.
         * @member {coscore.RejectionReport.$Properties|null|undefined} rejection
         * @memberof coscore.NodeReport
         * @instance
         */
        NodeReport.prototype.rejection = null;

        /**
         * NodeReport progress.
         * @member {coscore.ProgressReport.$Properties|null|undefined} progress
         * @memberof coscore.NodeReport
         * @instance
         */
        NodeReport.prototype.progress = null;

        /**
         * NodeReport finished.
         * @member {coscore.FinishedReport.$Properties|null|undefined} finished
         * @memberof coscore.NodeReport
         * @instance
         */
        NodeReport.prototype.finished = null;

        /**
         * NodeReport failed.
         * @member {coscore.FailedReport.$Properties|null|undefined} failed
         * @memberof coscore.NodeReport
         * @instance
         */
        NodeReport.prototype.failed = null;

        /**
         * NodeReport score.
         * @member {coscore.ScoreReport.$Properties|null|undefined} score
         * @memberof coscore.NodeReport
         * @instance
         */
        NodeReport.prototype.score = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * NodeReport report.
         * @member {"hello"|"dataset"|"signature"|"rejection"|"progress"|"finished"|"failed"|"score"|undefined} report
         * @memberof coscore.NodeReport
         * @instance
         */
        $Object.defineProperty(NodeReport.prototype, "report", {
            get: $util.oneOfGetter($oneOfFields = ["hello", "dataset", "signature", "rejection", "progress", "finished", "failed", "score"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new NodeReport instance using the specified properties.
         * @function create
         * @memberof coscore.NodeReport
         * @static
         * @param {coscore.NodeReport.$Properties=} [properties] Properties to set
         * @returns {coscore.NodeReport} NodeReport instance
         * @type {{
         *   (properties: coscore.NodeReport.$Shape): coscore.NodeReport & coscore.NodeReport.$Shape;
         *   (properties?: coscore.NodeReport.$Properties): coscore.NodeReport;
         * }}
         */
        NodeReport.create = function(properties) {
            return new NodeReport(properties);
        };

        /**
         * Encodes the specified NodeReport message. Does not implicitly {@link coscore.NodeReport.verify|verify} messages.
         * @function encode
         * @memberof coscore.NodeReport
         * @static
         * @param {coscore.NodeReport.$Properties} message NodeReport message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        NodeReport.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                $root.coscore.HelloReport.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.dataset != null && $Object.hasOwnProperty.call(message, "dataset"))
                $root.coscore.DatasetReport.encode(message.dataset, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                $root.coscore.SignatureReport.encode(message.signature, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.rejection != null && $Object.hasOwnProperty.call(message, "rejection"))
                $root.coscore.RejectionReport.encode(message.rejection, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.progress != null && $Object.hasOwnProperty.call(message, "progress"))
                $root.coscore.ProgressReport.encode(message.progress, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.finished != null && $Object.hasOwnProperty.call(message, "finished"))
                $root.coscore.FinishedReport.encode(message.finished, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.failed != null && $Object.hasOwnProperty.call(message, "failed"))
                $root.coscore.FailedReport.encode(message.failed, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.score != null && $Object.hasOwnProperty.call(message, "score"))
                $root.coscore.ScoreReport.encode(message.score, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a NodeReport message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.NodeReport
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.NodeReport & coscore.NodeReport.$Shape} NodeReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        NodeReport.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.NodeReport();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.hello = $root.coscore.HelloReport.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                        message.report = "hello";
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.dataset = $root.coscore.DatasetReport.decode(reader, reader.size(), $undefined, _depth + 1, message.dataset);
                        message.report = "dataset";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.signature = $root.coscore.SignatureReport.decode(reader, reader.size(), $undefined, _depth + 1, message.signature);
                        message.report = "signature";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.rejection = $root.coscore.RejectionReport.decode(reader, reader.size(), $undefined, _depth + 1, message.rejection);
                        message.report = "rejection";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.progress = $root.coscore.ProgressReport.decode(reader, reader.size(), $undefined, _depth + 1, message.progress);
                        message.report = "progress";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.finished = $root.coscore.FinishedReport.decode(reader, reader.size(), $undefined, _depth + 1, message.finished);
                        message.report = "finished";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.failed = $root.coscore.FailedReport.decode(reader, reader.size(), $undefined, _depth + 1, message.failed);
                        message.report = "failed";
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.score = $root.coscore.ScoreReport.decode(reader, reader.size(), $undefined, _depth + 1, message.score);
                        message.report = "score";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for NodeReport
         * @function getTypeUrl
         * @memberof coscore.NodeReport
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        NodeReport.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.NodeReport";
        };

        return NodeReport;
    })();

    coscore.ScoreReport = (function() {

        /**
         * Properties of a ScoreReport.
         * @typedef {Object} coscore.ScoreReport.$Properties
         * @property {string|null} [project] ScoreReport project
         * @property {Uint8Array|null} [recipe] ScoreReport recipe
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ScoreReport.
         * @memberof coscore
         * @interface IScoreReport
         * @augments coscore.ScoreReport.$Properties
         * @deprecated Use coscore.ScoreReport.$Properties instead.
         */

        /**
         * Shape of a ScoreReport.
         * @typedef {coscore.ScoreReport.$Properties} coscore.ScoreReport.$Shape
         */

        /**
         * Constructs a new ScoreReport.
         * @memberof coscore
         * @classdesc Represents a ScoreReport.
         * @constructor
         * @param {coscore.ScoreReport.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ScoreReport = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ScoreReport project.
         * @member {string} project
         * @memberof coscore.ScoreReport
         * @instance
         */
        ScoreReport.prototype.project = "";

        /**
         * ScoreReport recipe.
         * @member {Uint8Array} recipe
         * @memberof coscore.ScoreReport
         * @instance
         */
        ScoreReport.prototype.recipe = $util.newBuffer([]);

        /**
         * Creates a new ScoreReport instance using the specified properties.
         * @function create
         * @memberof coscore.ScoreReport
         * @static
         * @param {coscore.ScoreReport.$Properties=} [properties] Properties to set
         * @returns {coscore.ScoreReport} ScoreReport instance
         * @type {{
         *   (properties: coscore.ScoreReport.$Shape): coscore.ScoreReport & coscore.ScoreReport.$Shape;
         *   (properties?: coscore.ScoreReport.$Properties): coscore.ScoreReport;
         * }}
         */
        ScoreReport.create = function(properties) {
            return new ScoreReport(properties);
        };

        /**
         * Encodes the specified ScoreReport message. Does not implicitly {@link coscore.ScoreReport.verify|verify} messages.
         * @function encode
         * @memberof coscore.ScoreReport
         * @static
         * @param {coscore.ScoreReport.$Properties} message ScoreReport message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ScoreReport.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.project != null && $Object.hasOwnProperty.call(message, "project") && message.project !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.project);
            if (message.recipe != null && $Object.hasOwnProperty.call(message, "recipe") && message.recipe.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.recipe);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ScoreReport message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.ScoreReport
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.ScoreReport & coscore.ScoreReport.$Shape} ScoreReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ScoreReport.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.ScoreReport();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.project = value;
                        else
                            delete message.project;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.recipe = value;
                        else
                            delete message.recipe;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for ScoreReport
         * @function getTypeUrl
         * @memberof coscore.ScoreReport
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ScoreReport.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.ScoreReport";
        };

        return ScoreReport;
    })();

    coscore.HelloReport = (function() {

        /**
         * Properties of a HelloReport.
         * @typedef {Object} coscore.HelloReport.$Properties
         * @property {string|null} [version] HelloReport version
         * @property {Array.<coscore.OpenJob.$Properties>|null} [jobs] HelloReport jobs
         * @property {string|null} [address] HelloReport address
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a HelloReport.
         * @memberof coscore
         * @interface IHelloReport
         * @augments coscore.HelloReport.$Properties
         * @deprecated Use coscore.HelloReport.$Properties instead.
         */

        /**
         * Shape of a HelloReport.
         * @typedef {coscore.HelloReport.$Properties} coscore.HelloReport.$Shape
         */

        /**
         * Constructs a new HelloReport.
         * @memberof coscore
         * @classdesc Represents a HelloReport.
         * @constructor
         * @param {coscore.HelloReport.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const HelloReport = function (properties) {
            this.jobs = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * HelloReport version.
         * @member {string} version
         * @memberof coscore.HelloReport
         * @instance
         */
        HelloReport.prototype.version = "";

        /**
         * HelloReport jobs.
         * @member {Array.<coscore.OpenJob.$Properties>} jobs
         * @memberof coscore.HelloReport
         * @instance
         */
        HelloReport.prototype.jobs = $util.emptyArray;

        /**
         * HelloReport address.
         * @member {string} address
         * @memberof coscore.HelloReport
         * @instance
         */
        HelloReport.prototype.address = "";

        /**
         * Creates a new HelloReport instance using the specified properties.
         * @function create
         * @memberof coscore.HelloReport
         * @static
         * @param {coscore.HelloReport.$Properties=} [properties] Properties to set
         * @returns {coscore.HelloReport} HelloReport instance
         * @type {{
         *   (properties: coscore.HelloReport.$Shape): coscore.HelloReport & coscore.HelloReport.$Shape;
         *   (properties?: coscore.HelloReport.$Properties): coscore.HelloReport;
         * }}
         */
        HelloReport.create = function(properties) {
            return new HelloReport(properties);
        };

        /**
         * Encodes the specified HelloReport message. Does not implicitly {@link coscore.HelloReport.verify|verify} messages.
         * @function encode
         * @memberof coscore.HelloReport
         * @static
         * @param {coscore.HelloReport.$Properties} message HelloReport message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        HelloReport.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.version);
            if (message.jobs != null && message.jobs.length)
                for (let i = 0; i < message.jobs.length; ++i)
                    $root.coscore.OpenJob.encode(message.jobs[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.address);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a HelloReport message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.HelloReport
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.HelloReport & coscore.HelloReport.$Shape} HelloReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        HelloReport.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.HelloReport();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.version = value;
                        else
                            delete message.version;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.jobs && message.jobs.length))
                            message.jobs = [];
                        message.jobs.push($root.coscore.OpenJob.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.address = value;
                        else
                            delete message.address;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for HelloReport
         * @function getTypeUrl
         * @memberof coscore.HelloReport
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        HelloReport.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.HelloReport";
        };

        return HelloReport;
    })();

    coscore.OpenJob = (function() {

        /**
         * Properties of an OpenJob.
         * @typedef {Object} coscore.OpenJob.$Properties
         * @property {string|null} [job] OpenJob job
         * @property {number|null} [attempt] OpenJob attempt
         * @property {string|null} [state] OpenJob state
         * @property {string|null} [code] OpenJob code
         * @property {string|null} [message] OpenJob message
         * @property {Uint8Array|null} [params] OpenJob params
         * @property {Uint8Array|null} [model] OpenJob model
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an OpenJob.
         * @memberof coscore
         * @interface IOpenJob
         * @augments coscore.OpenJob.$Properties
         * @deprecated Use coscore.OpenJob.$Properties instead.
         */

        /**
         * Shape of an OpenJob.
         * @typedef {coscore.OpenJob.$Properties} coscore.OpenJob.$Shape
         */

        /**
         * Constructs a new OpenJob.
         * @memberof coscore
         * @classdesc Represents an OpenJob.
         * @constructor
         * @param {coscore.OpenJob.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const OpenJob = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * OpenJob job.
         * @member {string} job
         * @memberof coscore.OpenJob
         * @instance
         */
        OpenJob.prototype.job = "";

        /**
         * OpenJob attempt.
         * @member {number} attempt
         * @memberof coscore.OpenJob
         * @instance
         */
        OpenJob.prototype.attempt = 0;

        /**
         * OpenJob state.
         * @member {string} state
         * @memberof coscore.OpenJob
         * @instance
         */
        OpenJob.prototype.state = "";

        /**
         * OpenJob code.
         * @member {string} code
         * @memberof coscore.OpenJob
         * @instance
         */
        OpenJob.prototype.code = "";

        /**
         * OpenJob message.
         * @member {string} message
         * @memberof coscore.OpenJob
         * @instance
         */
        OpenJob.prototype.message = "";

        /**
         * OpenJob params.
         * @member {Uint8Array} params
         * @memberof coscore.OpenJob
         * @instance
         */
        OpenJob.prototype.params = $util.newBuffer([]);

        /**
         * OpenJob model.
         * @member {Uint8Array} model
         * @memberof coscore.OpenJob
         * @instance
         */
        OpenJob.prototype.model = $util.newBuffer([]);

        /**
         * Creates a new OpenJob instance using the specified properties.
         * @function create
         * @memberof coscore.OpenJob
         * @static
         * @param {coscore.OpenJob.$Properties=} [properties] Properties to set
         * @returns {coscore.OpenJob} OpenJob instance
         * @type {{
         *   (properties: coscore.OpenJob.$Shape): coscore.OpenJob & coscore.OpenJob.$Shape;
         *   (properties?: coscore.OpenJob.$Properties): coscore.OpenJob;
         * }}
         */
        OpenJob.create = function(properties) {
            return new OpenJob(properties);
        };

        /**
         * Encodes the specified OpenJob message. Does not implicitly {@link coscore.OpenJob.verify|verify} messages.
         * @function encode
         * @memberof coscore.OpenJob
         * @static
         * @param {coscore.OpenJob.$Properties} message OpenJob message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        OpenJob.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.job != null && $Object.hasOwnProperty.call(message, "job") && message.job !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.job);
            if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.attempt);
            if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.state);
            if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.code);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.message);
            if (message.params != null && $Object.hasOwnProperty.call(message, "params") && message.params.length)
                writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.params);
            if (message.model != null && $Object.hasOwnProperty.call(message, "model") && message.model.length)
                writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.model);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an OpenJob message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.OpenJob
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.OpenJob & coscore.OpenJob.$Shape} OpenJob
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        OpenJob.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.OpenJob();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.job = value;
                        else
                            delete message.job;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.attempt = value;
                        else
                            delete message.attempt;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.state = value;
                        else
                            delete message.state;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.code = value;
                        else
                            delete message.code;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.message = value;
                        else
                            delete message.message;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.params = value;
                        else
                            delete message.params;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.model = value;
                        else
                            delete message.model;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for OpenJob
         * @function getTypeUrl
         * @memberof coscore.OpenJob
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        OpenJob.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.OpenJob";
        };

        return OpenJob;
    })();

    coscore.DatasetReport = (function() {

        /**
         * Properties of a DatasetReport.
         * @typedef {Object} coscore.DatasetReport.$Properties
         * @property {string|null} [name] DatasetReport name
         * @property {boolean|null} [removed] DatasetReport removed
         * @property {Uint8Array|null} [schema] DatasetReport schema
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a DatasetReport.
         * @memberof coscore
         * @interface IDatasetReport
         * @augments coscore.DatasetReport.$Properties
         * @deprecated Use coscore.DatasetReport.$Properties instead.
         */

        /**
         * Shape of a DatasetReport.
         * @typedef {coscore.DatasetReport.$Properties} coscore.DatasetReport.$Shape
         */

        /**
         * Constructs a new DatasetReport.
         * @memberof coscore
         * @classdesc Represents a DatasetReport.
         * @constructor
         * @param {coscore.DatasetReport.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const DatasetReport = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * DatasetReport name.
         * @member {string} name
         * @memberof coscore.DatasetReport
         * @instance
         */
        DatasetReport.prototype.name = "";

        /**
         * DatasetReport removed.
         * @member {boolean} removed
         * @memberof coscore.DatasetReport
         * @instance
         */
        DatasetReport.prototype.removed = false;

        /**
         * DatasetReport schema.
         * @member {Uint8Array} schema
         * @memberof coscore.DatasetReport
         * @instance
         */
        DatasetReport.prototype.schema = $util.newBuffer([]);

        /**
         * Creates a new DatasetReport instance using the specified properties.
         * @function create
         * @memberof coscore.DatasetReport
         * @static
         * @param {coscore.DatasetReport.$Properties=} [properties] Properties to set
         * @returns {coscore.DatasetReport} DatasetReport instance
         * @type {{
         *   (properties: coscore.DatasetReport.$Shape): coscore.DatasetReport & coscore.DatasetReport.$Shape;
         *   (properties?: coscore.DatasetReport.$Properties): coscore.DatasetReport;
         * }}
         */
        DatasetReport.create = function(properties) {
            return new DatasetReport(properties);
        };

        /**
         * Encodes the specified DatasetReport message. Does not implicitly {@link coscore.DatasetReport.verify|verify} messages.
         * @function encode
         * @memberof coscore.DatasetReport
         * @static
         * @param {coscore.DatasetReport.$Properties} message DatasetReport message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        DatasetReport.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.removed != null && $Object.hasOwnProperty.call(message, "removed") && message.removed !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.removed);
            if (message.schema != null && $Object.hasOwnProperty.call(message, "schema") && message.schema.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.schema);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a DatasetReport message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.DatasetReport
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.DatasetReport & coscore.DatasetReport.$Shape} DatasetReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        DatasetReport.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.DatasetReport();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.removed = value;
                        else
                            delete message.removed;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.schema = value;
                        else
                            delete message.schema;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for DatasetReport
         * @function getTypeUrl
         * @memberof coscore.DatasetReport
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        DatasetReport.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.DatasetReport";
        };

        return DatasetReport;
    })();

    coscore.SignatureReport = (function() {

        /**
         * Properties of a SignatureReport.
         * @typedef {Object} coscore.SignatureReport.$Properties
         * @property {string|null} [digest] SignatureReport digest
         * @property {Uint8Array|null} [signature] SignatureReport signature
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SignatureReport.
         * @memberof coscore
         * @interface ISignatureReport
         * @augments coscore.SignatureReport.$Properties
         * @deprecated Use coscore.SignatureReport.$Properties instead.
         */

        /**
         * Shape of a SignatureReport.
         * @typedef {coscore.SignatureReport.$Properties} coscore.SignatureReport.$Shape
         */

        /**
         * Constructs a new SignatureReport.
         * @memberof coscore
         * @classdesc Represents a SignatureReport.
         * @constructor
         * @param {coscore.SignatureReport.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SignatureReport = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SignatureReport digest.
         * @member {string} digest
         * @memberof coscore.SignatureReport
         * @instance
         */
        SignatureReport.prototype.digest = "";

        /**
         * SignatureReport signature.
         * @member {Uint8Array} signature
         * @memberof coscore.SignatureReport
         * @instance
         */
        SignatureReport.prototype.signature = $util.newBuffer([]);

        /**
         * Creates a new SignatureReport instance using the specified properties.
         * @function create
         * @memberof coscore.SignatureReport
         * @static
         * @param {coscore.SignatureReport.$Properties=} [properties] Properties to set
         * @returns {coscore.SignatureReport} SignatureReport instance
         * @type {{
         *   (properties: coscore.SignatureReport.$Shape): coscore.SignatureReport & coscore.SignatureReport.$Shape;
         *   (properties?: coscore.SignatureReport.$Properties): coscore.SignatureReport;
         * }}
         */
        SignatureReport.create = function(properties) {
            return new SignatureReport(properties);
        };

        /**
         * Encodes the specified SignatureReport message. Does not implicitly {@link coscore.SignatureReport.verify|verify} messages.
         * @function encode
         * @memberof coscore.SignatureReport
         * @static
         * @param {coscore.SignatureReport.$Properties} message SignatureReport message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SignatureReport.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.digest);
            if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SignatureReport message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.SignatureReport
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.SignatureReport & coscore.SignatureReport.$Shape} SignatureReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SignatureReport.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.SignatureReport();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.digest = value;
                        else
                            delete message.digest;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.signature = value;
                        else
                            delete message.signature;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for SignatureReport
         * @function getTypeUrl
         * @memberof coscore.SignatureReport
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SignatureReport.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.SignatureReport";
        };

        return SignatureReport;
    })();

    coscore.RejectionReport = (function() {

        /**
         * Properties of a RejectionReport.
         * @typedef {Object} coscore.RejectionReport.$Properties
         * @property {string|null} [digest] RejectionReport digest
         * @property {string|null} [reason] RejectionReport reason
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RejectionReport.
         * @memberof coscore
         * @interface IRejectionReport
         * @augments coscore.RejectionReport.$Properties
         * @deprecated Use coscore.RejectionReport.$Properties instead.
         */

        /**
         * Shape of a RejectionReport.
         * @typedef {coscore.RejectionReport.$Properties} coscore.RejectionReport.$Shape
         */

        /**
         * Constructs a new RejectionReport.
         * @memberof coscore
         * @classdesc Represents a RejectionReport.
         * @constructor
         * @param {coscore.RejectionReport.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const RejectionReport = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RejectionReport digest.
         * @member {string} digest
         * @memberof coscore.RejectionReport
         * @instance
         */
        RejectionReport.prototype.digest = "";

        /**
         * RejectionReport reason.
         * @member {string} reason
         * @memberof coscore.RejectionReport
         * @instance
         */
        RejectionReport.prototype.reason = "";

        /**
         * Creates a new RejectionReport instance using the specified properties.
         * @function create
         * @memberof coscore.RejectionReport
         * @static
         * @param {coscore.RejectionReport.$Properties=} [properties] Properties to set
         * @returns {coscore.RejectionReport} RejectionReport instance
         * @type {{
         *   (properties: coscore.RejectionReport.$Shape): coscore.RejectionReport & coscore.RejectionReport.$Shape;
         *   (properties?: coscore.RejectionReport.$Properties): coscore.RejectionReport;
         * }}
         */
        RejectionReport.create = function(properties) {
            return new RejectionReport(properties);
        };

        /**
         * Encodes the specified RejectionReport message. Does not implicitly {@link coscore.RejectionReport.verify|verify} messages.
         * @function encode
         * @memberof coscore.RejectionReport
         * @static
         * @param {coscore.RejectionReport.$Properties} message RejectionReport message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RejectionReport.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.digest);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RejectionReport message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.RejectionReport
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.RejectionReport & coscore.RejectionReport.$Shape} RejectionReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RejectionReport.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.RejectionReport();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.digest = value;
                        else
                            delete message.digest;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for RejectionReport
         * @function getTypeUrl
         * @memberof coscore.RejectionReport
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        RejectionReport.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.RejectionReport";
        };

        return RejectionReport;
    })();

    coscore.ProgressReport = (function() {

        /**
         * Properties of a ProgressReport.
         * @typedef {Object} coscore.ProgressReport.$Properties
         * @property {string|null} [job] ProgressReport job
         * @property {string|null} [stage] ProgressReport stage
         * @property {number|null} [done] ProgressReport done
         * @property {number|null} [total] ProgressReport total
         * @property {string|null} [unit] ProgressReport unit
         * @property {number|null} [attempt] ProgressReport attempt
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ProgressReport.
         * @memberof coscore
         * @interface IProgressReport
         * @augments coscore.ProgressReport.$Properties
         * @deprecated Use coscore.ProgressReport.$Properties instead.
         */

        /**
         * Shape of a ProgressReport.
         * @typedef {coscore.ProgressReport.$Properties} coscore.ProgressReport.$Shape
         */

        /**
         * Constructs a new ProgressReport.
         * @memberof coscore
         * @classdesc Represents a ProgressReport.
         * @constructor
         * @param {coscore.ProgressReport.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ProgressReport = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ProgressReport job.
         * @member {string} job
         * @memberof coscore.ProgressReport
         * @instance
         */
        ProgressReport.prototype.job = "";

        /**
         * ProgressReport stage.
         * @member {string} stage
         * @memberof coscore.ProgressReport
         * @instance
         */
        ProgressReport.prototype.stage = "";

        /**
         * ProgressReport done.
         * @member {number} done
         * @memberof coscore.ProgressReport
         * @instance
         */
        ProgressReport.prototype.done = 0;

        /**
         * ProgressReport total.
         * @member {number} total
         * @memberof coscore.ProgressReport
         * @instance
         */
        ProgressReport.prototype.total = 0;

        /**
         * ProgressReport unit.
         * @member {string} unit
         * @memberof coscore.ProgressReport
         * @instance
         */
        ProgressReport.prototype.unit = "";

        /**
         * ProgressReport attempt.
         * @member {number} attempt
         * @memberof coscore.ProgressReport
         * @instance
         */
        ProgressReport.prototype.attempt = 0;

        /**
         * Creates a new ProgressReport instance using the specified properties.
         * @function create
         * @memberof coscore.ProgressReport
         * @static
         * @param {coscore.ProgressReport.$Properties=} [properties] Properties to set
         * @returns {coscore.ProgressReport} ProgressReport instance
         * @type {{
         *   (properties: coscore.ProgressReport.$Shape): coscore.ProgressReport & coscore.ProgressReport.$Shape;
         *   (properties?: coscore.ProgressReport.$Properties): coscore.ProgressReport;
         * }}
         */
        ProgressReport.create = function(properties) {
            return new ProgressReport(properties);
        };

        /**
         * Encodes the specified ProgressReport message. Does not implicitly {@link coscore.ProgressReport.verify|verify} messages.
         * @function encode
         * @memberof coscore.ProgressReport
         * @static
         * @param {coscore.ProgressReport.$Properties} message ProgressReport message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ProgressReport.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.job != null && $Object.hasOwnProperty.call(message, "job") && message.job !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.job);
            if (message.stage != null && $Object.hasOwnProperty.call(message, "stage") && message.stage !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.stage);
            if (message.done != null && $Object.hasOwnProperty.call(message, "done") && !$Object.is(message.done, 0))
                writer.uint32(/* id 3, wireType 1 =*/25).double(message.done);
            if (message.total != null && $Object.hasOwnProperty.call(message, "total") && !$Object.is(message.total, 0))
                writer.uint32(/* id 4, wireType 1 =*/33).double(message.total);
            if (message.unit != null && $Object.hasOwnProperty.call(message, "unit") && message.unit !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.unit);
            if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.attempt);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ProgressReport message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.ProgressReport
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.ProgressReport & coscore.ProgressReport.$Shape} ProgressReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ProgressReport.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.ProgressReport();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.job = value;
                        else
                            delete message.job;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.stage = value;
                        else
                            delete message.stage;
                        continue;
                    }
                case 3: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.done = value;
                        else
                            delete message.done;
                        continue;
                    }
                case 4: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.total = value;
                        else
                            delete message.total;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.unit = value;
                        else
                            delete message.unit;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.attempt = value;
                        else
                            delete message.attempt;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for ProgressReport
         * @function getTypeUrl
         * @memberof coscore.ProgressReport
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ProgressReport.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.ProgressReport";
        };

        return ProgressReport;
    })();

    coscore.FinishedReport = (function() {

        /**
         * Properties of a FinishedReport.
         * @typedef {Object} coscore.FinishedReport.$Properties
         * @property {string|null} [job] FinishedReport job
         * @property {number|null} [attempt] FinishedReport attempt
         * @property {Uint8Array|null} [model] FinishedReport model
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a FinishedReport.
         * @memberof coscore
         * @interface IFinishedReport
         * @augments coscore.FinishedReport.$Properties
         * @deprecated Use coscore.FinishedReport.$Properties instead.
         */

        /**
         * Shape of a FinishedReport.
         * @typedef {coscore.FinishedReport.$Properties} coscore.FinishedReport.$Shape
         */

        /**
         * Constructs a new FinishedReport.
         * @memberof coscore
         * @classdesc Represents a FinishedReport.
         * @constructor
         * @param {coscore.FinishedReport.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const FinishedReport = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * FinishedReport job.
         * @member {string} job
         * @memberof coscore.FinishedReport
         * @instance
         */
        FinishedReport.prototype.job = "";

        /**
         * FinishedReport attempt.
         * @member {number} attempt
         * @memberof coscore.FinishedReport
         * @instance
         */
        FinishedReport.prototype.attempt = 0;

        /**
         * FinishedReport model.
         * @member {Uint8Array} model
         * @memberof coscore.FinishedReport
         * @instance
         */
        FinishedReport.prototype.model = $util.newBuffer([]);

        /**
         * Creates a new FinishedReport instance using the specified properties.
         * @function create
         * @memberof coscore.FinishedReport
         * @static
         * @param {coscore.FinishedReport.$Properties=} [properties] Properties to set
         * @returns {coscore.FinishedReport} FinishedReport instance
         * @type {{
         *   (properties: coscore.FinishedReport.$Shape): coscore.FinishedReport & coscore.FinishedReport.$Shape;
         *   (properties?: coscore.FinishedReport.$Properties): coscore.FinishedReport;
         * }}
         */
        FinishedReport.create = function(properties) {
            return new FinishedReport(properties);
        };

        /**
         * Encodes the specified FinishedReport message. Does not implicitly {@link coscore.FinishedReport.verify|verify} messages.
         * @function encode
         * @memberof coscore.FinishedReport
         * @static
         * @param {coscore.FinishedReport.$Properties} message FinishedReport message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        FinishedReport.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.job != null && $Object.hasOwnProperty.call(message, "job") && message.job !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.job);
            if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.attempt);
            if (message.model != null && $Object.hasOwnProperty.call(message, "model") && message.model.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.model);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a FinishedReport message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.FinishedReport
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.FinishedReport & coscore.FinishedReport.$Shape} FinishedReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        FinishedReport.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.FinishedReport();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.job = value;
                        else
                            delete message.job;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.attempt = value;
                        else
                            delete message.attempt;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.model = value;
                        else
                            delete message.model;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for FinishedReport
         * @function getTypeUrl
         * @memberof coscore.FinishedReport
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        FinishedReport.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.FinishedReport";
        };

        return FinishedReport;
    })();

    coscore.FailedReport = (function() {

        /**
         * Properties of a FailedReport.
         * @typedef {Object} coscore.FailedReport.$Properties
         * @property {string|null} [job] FailedReport job
         * @property {string|null} [code] FailedReport code
         * @property {string|null} [message] FailedReport message
         * @property {Uint8Array|null} [params] FailedReport params
         * @property {number|null} [attempt] FailedReport attempt
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a FailedReport.
         * @memberof coscore
         * @interface IFailedReport
         * @augments coscore.FailedReport.$Properties
         * @deprecated Use coscore.FailedReport.$Properties instead.
         */

        /**
         * Shape of a FailedReport.
         * @typedef {coscore.FailedReport.$Properties} coscore.FailedReport.$Shape
         */

        /**
         * Constructs a new FailedReport.
         * @memberof coscore
         * @classdesc Represents a FailedReport.
         * @constructor
         * @param {coscore.FailedReport.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const FailedReport = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * FailedReport job.
         * @member {string} job
         * @memberof coscore.FailedReport
         * @instance
         */
        FailedReport.prototype.job = "";

        /**
         * FailedReport code.
         * @member {string} code
         * @memberof coscore.FailedReport
         * @instance
         */
        FailedReport.prototype.code = "";

        /**
         * FailedReport message.
         * @member {string} message
         * @memberof coscore.FailedReport
         * @instance
         */
        FailedReport.prototype.message = "";

        /**
         * FailedReport params.
         * @member {Uint8Array} params
         * @memberof coscore.FailedReport
         * @instance
         */
        FailedReport.prototype.params = $util.newBuffer([]);

        /**
         * FailedReport attempt.
         * @member {number} attempt
         * @memberof coscore.FailedReport
         * @instance
         */
        FailedReport.prototype.attempt = 0;

        /**
         * Creates a new FailedReport instance using the specified properties.
         * @function create
         * @memberof coscore.FailedReport
         * @static
         * @param {coscore.FailedReport.$Properties=} [properties] Properties to set
         * @returns {coscore.FailedReport} FailedReport instance
         * @type {{
         *   (properties: coscore.FailedReport.$Shape): coscore.FailedReport & coscore.FailedReport.$Shape;
         *   (properties?: coscore.FailedReport.$Properties): coscore.FailedReport;
         * }}
         */
        FailedReport.create = function(properties) {
            return new FailedReport(properties);
        };

        /**
         * Encodes the specified FailedReport message. Does not implicitly {@link coscore.FailedReport.verify|verify} messages.
         * @function encode
         * @memberof coscore.FailedReport
         * @static
         * @param {coscore.FailedReport.$Properties} message FailedReport message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        FailedReport.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.job != null && $Object.hasOwnProperty.call(message, "job") && message.job !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.job);
            if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.message);
            if (message.params != null && $Object.hasOwnProperty.call(message, "params") && message.params.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.params);
            if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.attempt);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a FailedReport message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.FailedReport
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.FailedReport & coscore.FailedReport.$Shape} FailedReport
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        FailedReport.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.FailedReport();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.job = value;
                        else
                            delete message.job;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.code = value;
                        else
                            delete message.code;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.message = value;
                        else
                            delete message.message;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.params = value;
                        else
                            delete message.params;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.attempt = value;
                        else
                            delete message.attempt;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for FailedReport
         * @function getTypeUrl
         * @memberof coscore.FailedReport
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        FailedReport.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.FailedReport";
        };

        return FailedReport;
    })();

    coscore.ControlFrame = (function() {

        /**
         * Properties of a ControlFrame.
         * @typedef {Object} coscore.ControlFrame.$Properties
         * @property {Uint8Array|null} [body] ControlFrame body
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ControlFrame.
         * @memberof coscore
         * @interface IControlFrame
         * @augments coscore.ControlFrame.$Properties
         * @deprecated Use coscore.ControlFrame.$Properties instead.
         */

        /**
         * Shape of a ControlFrame.
         * @typedef {coscore.ControlFrame.$Properties} coscore.ControlFrame.$Shape
         */

        /**
         * Constructs a new ControlFrame.
         * @memberof coscore
         * @classdesc Represents a ControlFrame.
         * @constructor
         * @param {coscore.ControlFrame.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ControlFrame = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ControlFrame body.
         * @member {Uint8Array} body
         * @memberof coscore.ControlFrame
         * @instance
         */
        ControlFrame.prototype.body = $util.newBuffer([]);

        /**
         * Creates a new ControlFrame instance using the specified properties.
         * @function create
         * @memberof coscore.ControlFrame
         * @static
         * @param {coscore.ControlFrame.$Properties=} [properties] Properties to set
         * @returns {coscore.ControlFrame} ControlFrame instance
         * @type {{
         *   (properties: coscore.ControlFrame.$Shape): coscore.ControlFrame & coscore.ControlFrame.$Shape;
         *   (properties?: coscore.ControlFrame.$Properties): coscore.ControlFrame;
         * }}
         */
        ControlFrame.create = function(properties) {
            return new ControlFrame(properties);
        };

        /**
         * Encodes the specified ControlFrame message. Does not implicitly {@link coscore.ControlFrame.verify|verify} messages.
         * @function encode
         * @memberof coscore.ControlFrame
         * @static
         * @param {coscore.ControlFrame.$Properties} message ControlFrame message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ControlFrame.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.body != null && $Object.hasOwnProperty.call(message, "body") && message.body.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.body);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ControlFrame message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.ControlFrame
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.ControlFrame & coscore.ControlFrame.$Shape} ControlFrame
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ControlFrame.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.ControlFrame();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.body = value;
                        else
                            delete message.body;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for ControlFrame
         * @function getTypeUrl
         * @memberof coscore.ControlFrame
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ControlFrame.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.ControlFrame";
        };

        return ControlFrame;
    })();

    coscore.TunnelCall = (function() {

        /**
         * Properties of a TunnelCall.
         * @typedef {Object} coscore.TunnelCall.$Properties
         * @property {string|null} [session] TunnelCall session
         * @property {string|null} [peer] TunnelCall peer
         * @property {string|null} [instance] TunnelCall instance
         * @property {string|null} [line] TunnelCall line
         * @property {string|null} [versions] TunnelCall versions
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a TunnelCall.
         * @memberof coscore
         * @interface ITunnelCall
         * @augments coscore.TunnelCall.$Properties
         * @deprecated Use coscore.TunnelCall.$Properties instead.
         */

        /**
         * Shape of a TunnelCall.
         * @typedef {coscore.TunnelCall.$Properties} coscore.TunnelCall.$Shape
         */

        /**
         * Constructs a new TunnelCall.
         * @memberof coscore
         * @classdesc Represents a TunnelCall.
         * @constructor
         * @param {coscore.TunnelCall.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const TunnelCall = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * TunnelCall session.
         * @member {string} session
         * @memberof coscore.TunnelCall
         * @instance
         */
        TunnelCall.prototype.session = "";

        /**
         * TunnelCall peer.
         * @member {string} peer
         * @memberof coscore.TunnelCall
         * @instance
         */
        TunnelCall.prototype.peer = "";

        /**
         * TunnelCall instance.
         * @member {string} instance
         * @memberof coscore.TunnelCall
         * @instance
         */
        TunnelCall.prototype.instance = "";

        /**
         * TunnelCall line.
         * @member {string} line
         * @memberof coscore.TunnelCall
         * @instance
         */
        TunnelCall.prototype.line = "";

        /**
         * TunnelCall versions.
         * @member {string} versions
         * @memberof coscore.TunnelCall
         * @instance
         */
        TunnelCall.prototype.versions = "";

        /**
         * Creates a new TunnelCall instance using the specified properties.
         * @function create
         * @memberof coscore.TunnelCall
         * @static
         * @param {coscore.TunnelCall.$Properties=} [properties] Properties to set
         * @returns {coscore.TunnelCall} TunnelCall instance
         * @type {{
         *   (properties: coscore.TunnelCall.$Shape): coscore.TunnelCall & coscore.TunnelCall.$Shape;
         *   (properties?: coscore.TunnelCall.$Properties): coscore.TunnelCall;
         * }}
         */
        TunnelCall.create = function(properties) {
            return new TunnelCall(properties);
        };

        /**
         * Encodes the specified TunnelCall message. Does not implicitly {@link coscore.TunnelCall.verify|verify} messages.
         * @function encode
         * @memberof coscore.TunnelCall
         * @static
         * @param {coscore.TunnelCall.$Properties} message TunnelCall message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        TunnelCall.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.session != null && $Object.hasOwnProperty.call(message, "session") && message.session !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.session);
            if (message.peer != null && $Object.hasOwnProperty.call(message, "peer") && message.peer !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.peer);
            if (message.instance != null && $Object.hasOwnProperty.call(message, "instance") && message.instance !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.instance);
            if (message.line != null && $Object.hasOwnProperty.call(message, "line") && message.line !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.line);
            if (message.versions != null && $Object.hasOwnProperty.call(message, "versions") && message.versions !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.versions);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a TunnelCall message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.TunnelCall
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.TunnelCall & coscore.TunnelCall.$Shape} TunnelCall
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        TunnelCall.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.TunnelCall();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.session = value;
                        else
                            delete message.session;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.peer = value;
                        else
                            delete message.peer;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.instance = value;
                        else
                            delete message.instance;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.line = value;
                        else
                            delete message.line;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.versions = value;
                        else
                            delete message.versions;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for TunnelCall
         * @function getTypeUrl
         * @memberof coscore.TunnelCall
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        TunnelCall.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.TunnelCall";
        };

        return TunnelCall;
    })();

    coscore.TunnelAnswer = (function() {

        /**
         * Properties of a TunnelAnswer.
         * @typedef {Object} coscore.TunnelAnswer.$Properties
         * @property {string|null} [instance] TunnelAnswer instance
         * @property {string|null} [versions] TunnelAnswer versions
         * @property {string|null} [code] TunnelAnswer code
         * @property {string|null} [message] TunnelAnswer message
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a TunnelAnswer.
         * @memberof coscore
         * @interface ITunnelAnswer
         * @augments coscore.TunnelAnswer.$Properties
         * @deprecated Use coscore.TunnelAnswer.$Properties instead.
         */

        /**
         * Shape of a TunnelAnswer.
         * @typedef {coscore.TunnelAnswer.$Properties} coscore.TunnelAnswer.$Shape
         */

        /**
         * Constructs a new TunnelAnswer.
         * @memberof coscore
         * @classdesc Represents a TunnelAnswer.
         * @constructor
         * @param {coscore.TunnelAnswer.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const TunnelAnswer = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * TunnelAnswer instance.
         * @member {string} instance
         * @memberof coscore.TunnelAnswer
         * @instance
         */
        TunnelAnswer.prototype.instance = "";

        /**
         * TunnelAnswer versions.
         * @member {string} versions
         * @memberof coscore.TunnelAnswer
         * @instance
         */
        TunnelAnswer.prototype.versions = "";

        /**
         * TunnelAnswer code.
         * @member {string} code
         * @memberof coscore.TunnelAnswer
         * @instance
         */
        TunnelAnswer.prototype.code = "";

        /**
         * TunnelAnswer message.
         * @member {string} message
         * @memberof coscore.TunnelAnswer
         * @instance
         */
        TunnelAnswer.prototype.message = "";

        /**
         * Creates a new TunnelAnswer instance using the specified properties.
         * @function create
         * @memberof coscore.TunnelAnswer
         * @static
         * @param {coscore.TunnelAnswer.$Properties=} [properties] Properties to set
         * @returns {coscore.TunnelAnswer} TunnelAnswer instance
         * @type {{
         *   (properties: coscore.TunnelAnswer.$Shape): coscore.TunnelAnswer & coscore.TunnelAnswer.$Shape;
         *   (properties?: coscore.TunnelAnswer.$Properties): coscore.TunnelAnswer;
         * }}
         */
        TunnelAnswer.create = function(properties) {
            return new TunnelAnswer(properties);
        };

        /**
         * Encodes the specified TunnelAnswer message. Does not implicitly {@link coscore.TunnelAnswer.verify|verify} messages.
         * @function encode
         * @memberof coscore.TunnelAnswer
         * @static
         * @param {coscore.TunnelAnswer.$Properties} message TunnelAnswer message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        TunnelAnswer.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.instance != null && $Object.hasOwnProperty.call(message, "instance") && message.instance !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.instance);
            if (message.versions != null && $Object.hasOwnProperty.call(message, "versions") && message.versions !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.versions);
            if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.code);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.message);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a TunnelAnswer message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.TunnelAnswer
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.TunnelAnswer & coscore.TunnelAnswer.$Shape} TunnelAnswer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        TunnelAnswer.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.TunnelAnswer();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.instance = value;
                        else
                            delete message.instance;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.versions = value;
                        else
                            delete message.versions;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.code = value;
                        else
                            delete message.code;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.message = value;
                        else
                            delete message.message;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for TunnelAnswer
         * @function getTypeUrl
         * @memberof coscore.TunnelAnswer
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        TunnelAnswer.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.TunnelAnswer";
        };

        return TunnelAnswer;
    })();

    coscore.TunnelHello = (function() {

        /**
         * Properties of a TunnelHello.
         * @typedef {Object} coscore.TunnelHello.$Properties
         * @property {number|null} [minVersion] TunnelHello minVersion
         * @property {number|null} [maxVersion] TunnelHello maxVersion
         * @property {string|null} [session] TunnelHello session
         * @property {string|null} [from] TunnelHello from
         * @property {string|null} [to] TunnelHello to
         * @property {Uint8Array|null} [instance] TunnelHello instance
         * @property {Uint8Array|null} [knows] TunnelHello knows
         * @property {Array.<coscore.TunnelResume.$Properties>|null} [resume] TunnelHello resume
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a TunnelHello.
         * @memberof coscore
         * @interface ITunnelHello
         * @augments coscore.TunnelHello.$Properties
         * @deprecated Use coscore.TunnelHello.$Properties instead.
         */

        /**
         * Shape of a TunnelHello.
         * @typedef {coscore.TunnelHello.$Properties} coscore.TunnelHello.$Shape
         */

        /**
         * Constructs a new TunnelHello.
         * @memberof coscore
         * @classdesc Represents a TunnelHello.
         * @constructor
         * @param {coscore.TunnelHello.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const TunnelHello = function (properties) {
            this.resume = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * TunnelHello minVersion.
         * @member {number} minVersion
         * @memberof coscore.TunnelHello
         * @instance
         */
        TunnelHello.prototype.minVersion = 0;

        /**
         * TunnelHello maxVersion.
         * @member {number} maxVersion
         * @memberof coscore.TunnelHello
         * @instance
         */
        TunnelHello.prototype.maxVersion = 0;

        /**
         * TunnelHello session.
         * @member {string} session
         * @memberof coscore.TunnelHello
         * @instance
         */
        TunnelHello.prototype.session = "";

        /**
         * TunnelHello from.
         * @member {string} from
         * @memberof coscore.TunnelHello
         * @instance
         */
        TunnelHello.prototype.from = "";

        /**
         * TunnelHello to.
         * @member {string} to
         * @memberof coscore.TunnelHello
         * @instance
         */
        TunnelHello.prototype.to = "";

        /**
         * TunnelHello instance.
         * @member {Uint8Array} instance
         * @memberof coscore.TunnelHello
         * @instance
         */
        TunnelHello.prototype.instance = $util.newBuffer([]);

        /**
         * TunnelHello knows.
         * @member {Uint8Array} knows
         * @memberof coscore.TunnelHello
         * @instance
         */
        TunnelHello.prototype.knows = $util.newBuffer([]);

        /**
         * TunnelHello resume.
         * @member {Array.<coscore.TunnelResume.$Properties>} resume
         * @memberof coscore.TunnelHello
         * @instance
         */
        TunnelHello.prototype.resume = $util.emptyArray;

        /**
         * Creates a new TunnelHello instance using the specified properties.
         * @function create
         * @memberof coscore.TunnelHello
         * @static
         * @param {coscore.TunnelHello.$Properties=} [properties] Properties to set
         * @returns {coscore.TunnelHello} TunnelHello instance
         * @type {{
         *   (properties: coscore.TunnelHello.$Shape): coscore.TunnelHello & coscore.TunnelHello.$Shape;
         *   (properties?: coscore.TunnelHello.$Properties): coscore.TunnelHello;
         * }}
         */
        TunnelHello.create = function(properties) {
            return new TunnelHello(properties);
        };

        /**
         * Encodes the specified TunnelHello message. Does not implicitly {@link coscore.TunnelHello.verify|verify} messages.
         * @function encode
         * @memberof coscore.TunnelHello
         * @static
         * @param {coscore.TunnelHello.$Properties} message TunnelHello message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        TunnelHello.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.minVersion != null && $Object.hasOwnProperty.call(message, "minVersion") && message.minVersion !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.minVersion);
            if (message.session != null && $Object.hasOwnProperty.call(message, "session") && message.session !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.session);
            if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.from);
            if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.to);
            if (message.maxVersion != null && $Object.hasOwnProperty.call(message, "maxVersion") && message.maxVersion !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.maxVersion);
            if (message.instance != null && $Object.hasOwnProperty.call(message, "instance") && message.instance.length)
                writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.instance);
            if (message.knows != null && $Object.hasOwnProperty.call(message, "knows") && message.knows.length)
                writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.knows);
            if (message.resume != null && message.resume.length)
                for (let i = 0; i < message.resume.length; ++i)
                    $root.coscore.TunnelResume.encode(message.resume[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a TunnelHello message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.TunnelHello
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.TunnelHello & coscore.TunnelHello.$Shape} TunnelHello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        TunnelHello.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.TunnelHello();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.minVersion = value;
                        else
                            delete message.minVersion;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.maxVersion = value;
                        else
                            delete message.maxVersion;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.session = value;
                        else
                            delete message.session;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.from = value;
                        else
                            delete message.from;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.to = value;
                        else
                            delete message.to;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.instance = value;
                        else
                            delete message.instance;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.knows = value;
                        else
                            delete message.knows;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if (!(message.resume && message.resume.length))
                            message.resume = [];
                        message.resume.push($root.coscore.TunnelResume.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for TunnelHello
         * @function getTypeUrl
         * @memberof coscore.TunnelHello
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        TunnelHello.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.TunnelHello";
        };

        return TunnelHello;
    })();

    coscore.TunnelResume = (function() {

        /**
         * Properties of a TunnelResume.
         * @typedef {Object} coscore.TunnelResume.$Properties
         * @property {string|null} [topic] TunnelResume topic
         * @property {number|null} [seq] TunnelResume seq
         * @property {number|Long|null} [bytes] TunnelResume bytes
         * @property {number|Long|null} [consumed] TunnelResume consumed
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a TunnelResume.
         * @memberof coscore
         * @interface ITunnelResume
         * @augments coscore.TunnelResume.$Properties
         * @deprecated Use coscore.TunnelResume.$Properties instead.
         */

        /**
         * Shape of a TunnelResume.
         * @typedef {coscore.TunnelResume.$Properties} coscore.TunnelResume.$Shape
         */

        /**
         * Constructs a new TunnelResume.
         * @memberof coscore
         * @classdesc Represents a TunnelResume.
         * @constructor
         * @param {coscore.TunnelResume.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const TunnelResume = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * TunnelResume topic.
         * @member {string} topic
         * @memberof coscore.TunnelResume
         * @instance
         */
        TunnelResume.prototype.topic = "";

        /**
         * TunnelResume seq.
         * @member {number} seq
         * @memberof coscore.TunnelResume
         * @instance
         */
        TunnelResume.prototype.seq = 0;

        /**
         * TunnelResume bytes.
         * @member {number|Long} bytes
         * @memberof coscore.TunnelResume
         * @instance
         */
        TunnelResume.prototype.bytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * TunnelResume consumed.
         * @member {number|Long} consumed
         * @memberof coscore.TunnelResume
         * @instance
         */
        TunnelResume.prototype.consumed = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new TunnelResume instance using the specified properties.
         * @function create
         * @memberof coscore.TunnelResume
         * @static
         * @param {coscore.TunnelResume.$Properties=} [properties] Properties to set
         * @returns {coscore.TunnelResume} TunnelResume instance
         * @type {{
         *   (properties: coscore.TunnelResume.$Shape): coscore.TunnelResume & coscore.TunnelResume.$Shape;
         *   (properties?: coscore.TunnelResume.$Properties): coscore.TunnelResume;
         * }}
         */
        TunnelResume.create = function(properties) {
            return new TunnelResume(properties);
        };

        /**
         * Encodes the specified TunnelResume message. Does not implicitly {@link coscore.TunnelResume.verify|verify} messages.
         * @function encode
         * @memberof coscore.TunnelResume
         * @static
         * @param {coscore.TunnelResume.$Properties} message TunnelResume message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        TunnelResume.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.topic != null && $Object.hasOwnProperty.call(message, "topic") && message.topic !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.topic);
            if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && message.seq !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.seq);
            if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && (typeof message.bytes === "object" ? message.bytes.low || message.bytes.high : message.bytes !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.bytes);
            if (message.consumed != null && $Object.hasOwnProperty.call(message, "consumed") && (typeof message.consumed === "object" ? message.consumed.low || message.consumed.high : message.consumed !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.consumed);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a TunnelResume message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.TunnelResume
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.TunnelResume & coscore.TunnelResume.$Shape} TunnelResume
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        TunnelResume.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.TunnelResume();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.topic = value;
                        else
                            delete message.topic;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.seq = value;
                        else
                            delete message.seq;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.bytes = value;
                        else
                            delete message.bytes;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.consumed = value;
                        else
                            delete message.consumed;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for TunnelResume
         * @function getTypeUrl
         * @memberof coscore.TunnelResume
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        TunnelResume.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.TunnelResume";
        };

        return TunnelResume;
    })();

    coscore.EnrolCall = (function() {

        /**
         * Properties of an EnrolCall.
         * @typedef {Object} coscore.EnrolCall.$Properties
         * @property {coscore.EnrolJoin.$Properties|null} [join] EnrolCall join
         * @property {coscore.EnrolRotation.$Properties|null} [rotation] EnrolCall rotation
         * @property {"join"|"rotation"} [call] EnrolCall call
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an EnrolCall.
         * @memberof coscore
         * @interface IEnrolCall
         * @augments coscore.EnrolCall.$Properties
         * @deprecated Use coscore.EnrolCall.$Properties instead.
         */

        /**
         * Narrowed shape of an EnrolCall.
         * @typedef {{
         *   join?: coscore.EnrolJoin.$Shape|null;
         *   rotation?: coscore.EnrolRotation.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ call?: undefined; join?: null; rotation?: null }|{ call?: "join"; join: coscore.EnrolJoin.$Shape; rotation?: null }|{ call?: "rotation"; join?: null; rotation: coscore.EnrolRotation.$Shape })
         * )} coscore.EnrolCall.$Shape
         */

        /**
         * Constructs a new EnrolCall.
         * @memberof coscore
         * @classdesc Represents an EnrolCall.
         * @constructor
         * @param {coscore.EnrolCall.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const EnrolCall = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * EnrolCall join.
         * @member {coscore.EnrolJoin.$Properties|null|undefined} join
         * @memberof coscore.EnrolCall
         * @instance
         */
        EnrolCall.prototype.join = null;

        /**
         * EnrolCall rotation.
         * @member {coscore.EnrolRotation.$Properties|null|undefined} rotation
         * @memberof coscore.EnrolCall
         * @instance
         */
        EnrolCall.prototype.rotation = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * EnrolCall call.
         * @member {"join"|"rotation"|undefined} call
         * @memberof coscore.EnrolCall
         * @instance
         */
        $Object.defineProperty(EnrolCall.prototype, "call", {
            get: $util.oneOfGetter($oneOfFields = ["join", "rotation"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new EnrolCall instance using the specified properties.
         * @function create
         * @memberof coscore.EnrolCall
         * @static
         * @param {coscore.EnrolCall.$Properties=} [properties] Properties to set
         * @returns {coscore.EnrolCall} EnrolCall instance
         * @type {{
         *   (properties: coscore.EnrolCall.$Shape): coscore.EnrolCall & coscore.EnrolCall.$Shape;
         *   (properties?: coscore.EnrolCall.$Properties): coscore.EnrolCall;
         * }}
         */
        EnrolCall.create = function(properties) {
            return new EnrolCall(properties);
        };

        /**
         * Encodes the specified EnrolCall message. Does not implicitly {@link coscore.EnrolCall.verify|verify} messages.
         * @function encode
         * @memberof coscore.EnrolCall
         * @static
         * @param {coscore.EnrolCall.$Properties} message EnrolCall message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        EnrolCall.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.join != null && $Object.hasOwnProperty.call(message, "join"))
                $root.coscore.EnrolJoin.encode(message.join, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.rotation != null && $Object.hasOwnProperty.call(message, "rotation"))
                $root.coscore.EnrolRotation.encode(message.rotation, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an EnrolCall message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.EnrolCall
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.EnrolCall & coscore.EnrolCall.$Shape} EnrolCall
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        EnrolCall.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.EnrolCall();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.join = $root.coscore.EnrolJoin.decode(reader, reader.size(), $undefined, _depth + 1, message.join);
                        message.call = "join";
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.rotation = $root.coscore.EnrolRotation.decode(reader, reader.size(), $undefined, _depth + 1, message.rotation);
                        message.call = "rotation";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for EnrolCall
         * @function getTypeUrl
         * @memberof coscore.EnrolCall
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        EnrolCall.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.EnrolCall";
        };

        return EnrolCall;
    })();

    coscore.EnrolJoin = (function() {

        /**
         * Properties of an EnrolJoin.
         * @typedef {Object} coscore.EnrolJoin.$Properties
         * @property {string|null} [name] EnrolJoin name
         * @property {Uint8Array|null} [token] EnrolJoin token
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an EnrolJoin.
         * @memberof coscore
         * @interface IEnrolJoin
         * @augments coscore.EnrolJoin.$Properties
         * @deprecated Use coscore.EnrolJoin.$Properties instead.
         */

        /**
         * Shape of an EnrolJoin.
         * @typedef {coscore.EnrolJoin.$Properties} coscore.EnrolJoin.$Shape
         */

        /**
         * Constructs a new EnrolJoin.
         * @memberof coscore
         * @classdesc Represents an EnrolJoin.
         * @constructor
         * @param {coscore.EnrolJoin.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const EnrolJoin = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * EnrolJoin name.
         * @member {string} name
         * @memberof coscore.EnrolJoin
         * @instance
         */
        EnrolJoin.prototype.name = "";

        /**
         * EnrolJoin token.
         * @member {Uint8Array} token
         * @memberof coscore.EnrolJoin
         * @instance
         */
        EnrolJoin.prototype.token = $util.newBuffer([]);

        /**
         * Creates a new EnrolJoin instance using the specified properties.
         * @function create
         * @memberof coscore.EnrolJoin
         * @static
         * @param {coscore.EnrolJoin.$Properties=} [properties] Properties to set
         * @returns {coscore.EnrolJoin} EnrolJoin instance
         * @type {{
         *   (properties: coscore.EnrolJoin.$Shape): coscore.EnrolJoin & coscore.EnrolJoin.$Shape;
         *   (properties?: coscore.EnrolJoin.$Properties): coscore.EnrolJoin;
         * }}
         */
        EnrolJoin.create = function(properties) {
            return new EnrolJoin(properties);
        };

        /**
         * Encodes the specified EnrolJoin message. Does not implicitly {@link coscore.EnrolJoin.verify|verify} messages.
         * @function encode
         * @memberof coscore.EnrolJoin
         * @static
         * @param {coscore.EnrolJoin.$Properties} message EnrolJoin message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        EnrolJoin.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.token != null && $Object.hasOwnProperty.call(message, "token") && message.token.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.token);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an EnrolJoin message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.EnrolJoin
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.EnrolJoin & coscore.EnrolJoin.$Shape} EnrolJoin
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        EnrolJoin.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.EnrolJoin();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.token = value;
                        else
                            delete message.token;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for EnrolJoin
         * @function getTypeUrl
         * @memberof coscore.EnrolJoin
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        EnrolJoin.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.EnrolJoin";
        };

        return EnrolJoin;
    })();

    coscore.EnrolRotation = (function() {

        /**
         * Properties of an EnrolRotation.
         * @typedef {Object} coscore.EnrolRotation.$Properties
         * @property {string|null} [name] EnrolRotation name
         * @property {Uint8Array|null} [signature] EnrolRotation signature
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an EnrolRotation.
         * @memberof coscore
         * @interface IEnrolRotation
         * @augments coscore.EnrolRotation.$Properties
         * @deprecated Use coscore.EnrolRotation.$Properties instead.
         */

        /**
         * Shape of an EnrolRotation.
         * @typedef {coscore.EnrolRotation.$Properties} coscore.EnrolRotation.$Shape
         */

        /**
         * Constructs a new EnrolRotation.
         * @memberof coscore
         * @classdesc Represents an EnrolRotation.
         * @constructor
         * @param {coscore.EnrolRotation.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const EnrolRotation = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * EnrolRotation name.
         * @member {string} name
         * @memberof coscore.EnrolRotation
         * @instance
         */
        EnrolRotation.prototype.name = "";

        /**
         * EnrolRotation signature.
         * @member {Uint8Array} signature
         * @memberof coscore.EnrolRotation
         * @instance
         */
        EnrolRotation.prototype.signature = $util.newBuffer([]);

        /**
         * Creates a new EnrolRotation instance using the specified properties.
         * @function create
         * @memberof coscore.EnrolRotation
         * @static
         * @param {coscore.EnrolRotation.$Properties=} [properties] Properties to set
         * @returns {coscore.EnrolRotation} EnrolRotation instance
         * @type {{
         *   (properties: coscore.EnrolRotation.$Shape): coscore.EnrolRotation & coscore.EnrolRotation.$Shape;
         *   (properties?: coscore.EnrolRotation.$Properties): coscore.EnrolRotation;
         * }}
         */
        EnrolRotation.create = function(properties) {
            return new EnrolRotation(properties);
        };

        /**
         * Encodes the specified EnrolRotation message. Does not implicitly {@link coscore.EnrolRotation.verify|verify} messages.
         * @function encode
         * @memberof coscore.EnrolRotation
         * @static
         * @param {coscore.EnrolRotation.$Properties} message EnrolRotation message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        EnrolRotation.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.signature);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an EnrolRotation message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.EnrolRotation
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.EnrolRotation & coscore.EnrolRotation.$Shape} EnrolRotation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        EnrolRotation.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.EnrolRotation();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.signature = value;
                        else
                            delete message.signature;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for EnrolRotation
         * @function getTypeUrl
         * @memberof coscore.EnrolRotation
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        EnrolRotation.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.EnrolRotation";
        };

        return EnrolRotation;
    })();

    coscore.EnrolAnswer = (function() {

        /**
         * Properties of an EnrolAnswer.
         * @typedef {Object} coscore.EnrolAnswer.$Properties
         * @property {coscore.EnrolAccepted.$Properties|null} [accepted] EnrolAnswer accepted
         * @property {coscore.EnrolRefused.$Properties|null} [refused] EnrolAnswer refused
         * @property {"accepted"|"refused"} [answer] EnrolAnswer answer
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an EnrolAnswer.
         * @memberof coscore
         * @interface IEnrolAnswer
         * @augments coscore.EnrolAnswer.$Properties
         * @deprecated Use coscore.EnrolAnswer.$Properties instead.
         */

        /**
         * Narrowed shape of an EnrolAnswer.
         * @typedef {{
         *   accepted?: coscore.EnrolAccepted.$Shape|null;
         *   refused?: coscore.EnrolRefused.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ answer?: undefined; accepted?: null; refused?: null }|{ answer?: "accepted"; accepted: coscore.EnrolAccepted.$Shape; refused?: null }|{ answer?: "refused"; accepted?: null; refused: coscore.EnrolRefused.$Shape })
         * )} coscore.EnrolAnswer.$Shape
         */

        /**
         * Constructs a new EnrolAnswer.
         * @memberof coscore
         * @classdesc Represents an EnrolAnswer.
         * @constructor
         * @param {coscore.EnrolAnswer.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const EnrolAnswer = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * EnrolAnswer accepted.
         * @member {coscore.EnrolAccepted.$Properties|null|undefined} accepted
         * @memberof coscore.EnrolAnswer
         * @instance
         */
        EnrolAnswer.prototype.accepted = null;

        /**
         * EnrolAnswer refused.
         * @member {coscore.EnrolRefused.$Properties|null|undefined} refused
         * @memberof coscore.EnrolAnswer
         * @instance
         */
        EnrolAnswer.prototype.refused = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * EnrolAnswer answer.
         * @member {"accepted"|"refused"|undefined} answer
         * @memberof coscore.EnrolAnswer
         * @instance
         */
        $Object.defineProperty(EnrolAnswer.prototype, "answer", {
            get: $util.oneOfGetter($oneOfFields = ["accepted", "refused"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new EnrolAnswer instance using the specified properties.
         * @function create
         * @memberof coscore.EnrolAnswer
         * @static
         * @param {coscore.EnrolAnswer.$Properties=} [properties] Properties to set
         * @returns {coscore.EnrolAnswer} EnrolAnswer instance
         * @type {{
         *   (properties: coscore.EnrolAnswer.$Shape): coscore.EnrolAnswer & coscore.EnrolAnswer.$Shape;
         *   (properties?: coscore.EnrolAnswer.$Properties): coscore.EnrolAnswer;
         * }}
         */
        EnrolAnswer.create = function(properties) {
            return new EnrolAnswer(properties);
        };

        /**
         * Encodes the specified EnrolAnswer message. Does not implicitly {@link coscore.EnrolAnswer.verify|verify} messages.
         * @function encode
         * @memberof coscore.EnrolAnswer
         * @static
         * @param {coscore.EnrolAnswer.$Properties} message EnrolAnswer message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        EnrolAnswer.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.accepted != null && $Object.hasOwnProperty.call(message, "accepted"))
                $root.coscore.EnrolAccepted.encode(message.accepted, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.refused != null && $Object.hasOwnProperty.call(message, "refused"))
                $root.coscore.EnrolRefused.encode(message.refused, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an EnrolAnswer message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.EnrolAnswer
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.EnrolAnswer & coscore.EnrolAnswer.$Shape} EnrolAnswer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        EnrolAnswer.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.EnrolAnswer();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.accepted = $root.coscore.EnrolAccepted.decode(reader, reader.size(), $undefined, _depth + 1, message.accepted);
                        message.answer = "accepted";
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.refused = $root.coscore.EnrolRefused.decode(reader, reader.size(), $undefined, _depth + 1, message.refused);
                        message.answer = "refused";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for EnrolAnswer
         * @function getTypeUrl
         * @memberof coscore.EnrolAnswer
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        EnrolAnswer.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.EnrolAnswer";
        };

        return EnrolAnswer;
    })();

    coscore.EnrolAccepted = (function() {

        /**
         * Properties of an EnrolAccepted.
         * @typedef {Object} coscore.EnrolAccepted.$Properties
         * @property {string|null} [coordinator] EnrolAccepted coordinator
         * @property {string|null} [role] EnrolAccepted role
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an EnrolAccepted.
         * @memberof coscore
         * @interface IEnrolAccepted
         * @augments coscore.EnrolAccepted.$Properties
         * @deprecated Use coscore.EnrolAccepted.$Properties instead.
         */

        /**
         * Shape of an EnrolAccepted.
         * @typedef {coscore.EnrolAccepted.$Properties} coscore.EnrolAccepted.$Shape
         */

        /**
         * Constructs a new EnrolAccepted.
         * @memberof coscore
         * @classdesc Represents an EnrolAccepted.
         * @constructor
         * @param {coscore.EnrolAccepted.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const EnrolAccepted = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * EnrolAccepted coordinator.
         * @member {string} coordinator
         * @memberof coscore.EnrolAccepted
         * @instance
         */
        EnrolAccepted.prototype.coordinator = "";

        /**
         * EnrolAccepted role.
         * @member {string} role
         * @memberof coscore.EnrolAccepted
         * @instance
         */
        EnrolAccepted.prototype.role = "";

        /**
         * Creates a new EnrolAccepted instance using the specified properties.
         * @function create
         * @memberof coscore.EnrolAccepted
         * @static
         * @param {coscore.EnrolAccepted.$Properties=} [properties] Properties to set
         * @returns {coscore.EnrolAccepted} EnrolAccepted instance
         * @type {{
         *   (properties: coscore.EnrolAccepted.$Shape): coscore.EnrolAccepted & coscore.EnrolAccepted.$Shape;
         *   (properties?: coscore.EnrolAccepted.$Properties): coscore.EnrolAccepted;
         * }}
         */
        EnrolAccepted.create = function(properties) {
            return new EnrolAccepted(properties);
        };

        /**
         * Encodes the specified EnrolAccepted message. Does not implicitly {@link coscore.EnrolAccepted.verify|verify} messages.
         * @function encode
         * @memberof coscore.EnrolAccepted
         * @static
         * @param {coscore.EnrolAccepted.$Properties} message EnrolAccepted message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        EnrolAccepted.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.coordinator != null && $Object.hasOwnProperty.call(message, "coordinator") && message.coordinator !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.coordinator);
            if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.role);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an EnrolAccepted message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.EnrolAccepted
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.EnrolAccepted & coscore.EnrolAccepted.$Shape} EnrolAccepted
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        EnrolAccepted.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.EnrolAccepted();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.coordinator = value;
                        else
                            delete message.coordinator;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.role = value;
                        else
                            delete message.role;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for EnrolAccepted
         * @function getTypeUrl
         * @memberof coscore.EnrolAccepted
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        EnrolAccepted.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.EnrolAccepted";
        };

        return EnrolAccepted;
    })();

    coscore.EnrolRefused = (function() {

        /**
         * Properties of an EnrolRefused.
         * @typedef {Object} coscore.EnrolRefused.$Properties
         * @property {string|null} [code] EnrolRefused code
         * @property {string|null} [message] EnrolRefused message
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an EnrolRefused.
         * @memberof coscore
         * @interface IEnrolRefused
         * @augments coscore.EnrolRefused.$Properties
         * @deprecated Use coscore.EnrolRefused.$Properties instead.
         */

        /**
         * Shape of an EnrolRefused.
         * @typedef {coscore.EnrolRefused.$Properties} coscore.EnrolRefused.$Shape
         */

        /**
         * Constructs a new EnrolRefused.
         * @memberof coscore
         * @classdesc Represents an EnrolRefused.
         * @constructor
         * @param {coscore.EnrolRefused.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const EnrolRefused = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * EnrolRefused code.
         * @member {string} code
         * @memberof coscore.EnrolRefused
         * @instance
         */
        EnrolRefused.prototype.code = "";

        /**
         * EnrolRefused message.
         * @member {string} message
         * @memberof coscore.EnrolRefused
         * @instance
         */
        EnrolRefused.prototype.message = "";

        /**
         * Creates a new EnrolRefused instance using the specified properties.
         * @function create
         * @memberof coscore.EnrolRefused
         * @static
         * @param {coscore.EnrolRefused.$Properties=} [properties] Properties to set
         * @returns {coscore.EnrolRefused} EnrolRefused instance
         * @type {{
         *   (properties: coscore.EnrolRefused.$Shape): coscore.EnrolRefused & coscore.EnrolRefused.$Shape;
         *   (properties?: coscore.EnrolRefused.$Properties): coscore.EnrolRefused;
         * }}
         */
        EnrolRefused.create = function(properties) {
            return new EnrolRefused(properties);
        };

        /**
         * Encodes the specified EnrolRefused message. Does not implicitly {@link coscore.EnrolRefused.verify|verify} messages.
         * @function encode
         * @memberof coscore.EnrolRefused
         * @static
         * @param {coscore.EnrolRefused.$Properties} message EnrolRefused message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        EnrolRefused.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an EnrolRefused message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.EnrolRefused
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.EnrolRefused & coscore.EnrolRefused.$Shape} EnrolRefused
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        EnrolRefused.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.EnrolRefused();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.code = value;
                        else
                            delete message.code;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.message = value;
                        else
                            delete message.message;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for EnrolRefused
         * @function getTypeUrl
         * @memberof coscore.EnrolRefused
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        EnrolRefused.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.EnrolRefused";
        };

        return EnrolRefused;
    })();

    coscore.Envelope = (function() {

        /**
         * Properties of an Envelope.
         * @typedef {Object} coscore.Envelope.$Properties
         * @property {string|null} [topic] Envelope topic
         * @property {number|null} [seq] Envelope seq
         * @property {string|null} [kind] Envelope kind
         * @property {number|null} [bodyBytes] Envelope bodyBytes
         * @property {number|Long|null} [consumed] Envelope consumed
         * @property {number|null} [rest] Envelope rest
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Envelope.
         * @memberof coscore
         * @interface IEnvelope
         * @augments coscore.Envelope.$Properties
         * @deprecated Use coscore.Envelope.$Properties instead.
         */

        /**
         * Shape of an Envelope.
         * @typedef {coscore.Envelope.$Properties} coscore.Envelope.$Shape
         */

        /**
         * Constructs a new Envelope.
         * @memberof coscore
         * @classdesc Represents an Envelope.
         * @constructor
         * @param {coscore.Envelope.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Envelope = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Envelope topic.
         * @member {string} topic
         * @memberof coscore.Envelope
         * @instance
         */
        Envelope.prototype.topic = "";

        /**
         * Envelope seq.
         * @member {number} seq
         * @memberof coscore.Envelope
         * @instance
         */
        Envelope.prototype.seq = 0;

        /**
         * Envelope kind.
         * @member {string} kind
         * @memberof coscore.Envelope
         * @instance
         */
        Envelope.prototype.kind = "";

        /**
         * Envelope bodyBytes.
         * @member {number} bodyBytes
         * @memberof coscore.Envelope
         * @instance
         */
        Envelope.prototype.bodyBytes = 0;

        /**
         * Envelope consumed.
         * @member {number|Long} consumed
         * @memberof coscore.Envelope
         * @instance
         */
        Envelope.prototype.consumed = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Envelope rest.
         * @member {number} rest
         * @memberof coscore.Envelope
         * @instance
         */
        Envelope.prototype.rest = 0;

        /**
         * Creates a new Envelope instance using the specified properties.
         * @function create
         * @memberof coscore.Envelope
         * @static
         * @param {coscore.Envelope.$Properties=} [properties] Properties to set
         * @returns {coscore.Envelope} Envelope instance
         * @type {{
         *   (properties: coscore.Envelope.$Shape): coscore.Envelope & coscore.Envelope.$Shape;
         *   (properties?: coscore.Envelope.$Properties): coscore.Envelope;
         * }}
         */
        Envelope.create = function(properties) {
            return new Envelope(properties);
        };

        /**
         * Encodes the specified Envelope message. Does not implicitly {@link coscore.Envelope.verify|verify} messages.
         * @function encode
         * @memberof coscore.Envelope
         * @static
         * @param {coscore.Envelope.$Properties} message Envelope message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Envelope.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.topic != null && $Object.hasOwnProperty.call(message, "topic") && message.topic !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.topic);
            if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && message.seq !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.seq);
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.kind);
            if (message.bodyBytes != null && $Object.hasOwnProperty.call(message, "bodyBytes") && message.bodyBytes !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.bodyBytes);
            if (message.consumed != null && $Object.hasOwnProperty.call(message, "consumed") && (typeof message.consumed === "object" ? message.consumed.low || message.consumed.high : message.consumed !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.consumed);
            if (message.rest != null && $Object.hasOwnProperty.call(message, "rest") && message.rest !== 0)
                writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.rest);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Envelope message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.Envelope
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.Envelope & coscore.Envelope.$Shape} Envelope
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Envelope.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.Envelope();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.topic = value;
                        else
                            delete message.topic;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.seq = value;
                        else
                            delete message.seq;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.kind = value;
                        else
                            delete message.kind;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.bodyBytes = value;
                        else
                            delete message.bodyBytes;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.consumed = value;
                        else
                            delete message.consumed;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.rest = value;
                        else
                            delete message.rest;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for Envelope
         * @function getTypeUrl
         * @memberof coscore.Envelope
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Envelope.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.Envelope";
        };

        return Envelope;
    })();

    coscore.GroupSumDelta = (function() {

        /**
         * Properties of a GroupSumDelta.
         * @typedef {Object} coscore.GroupSumDelta.$Properties
         * @property {Uint8Array|null} [delta] GroupSumDelta delta
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GroupSumDelta.
         * @memberof coscore
         * @interface IGroupSumDelta
         * @augments coscore.GroupSumDelta.$Properties
         * @deprecated Use coscore.GroupSumDelta.$Properties instead.
         */

        /**
         * Shape of a GroupSumDelta.
         * @typedef {coscore.GroupSumDelta.$Properties} coscore.GroupSumDelta.$Shape
         */

        /**
         * Constructs a new GroupSumDelta.
         * @memberof coscore
         * @classdesc Represents a GroupSumDelta.
         * @constructor
         * @param {coscore.GroupSumDelta.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GroupSumDelta = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GroupSumDelta delta.
         * @member {Uint8Array} delta
         * @memberof coscore.GroupSumDelta
         * @instance
         */
        GroupSumDelta.prototype.delta = $util.newBuffer([]);

        /**
         * Creates a new GroupSumDelta instance using the specified properties.
         * @function create
         * @memberof coscore.GroupSumDelta
         * @static
         * @param {coscore.GroupSumDelta.$Properties=} [properties] Properties to set
         * @returns {coscore.GroupSumDelta} GroupSumDelta instance
         * @type {{
         *   (properties: coscore.GroupSumDelta.$Shape): coscore.GroupSumDelta & coscore.GroupSumDelta.$Shape;
         *   (properties?: coscore.GroupSumDelta.$Properties): coscore.GroupSumDelta;
         * }}
         */
        GroupSumDelta.create = function(properties) {
            return new GroupSumDelta(properties);
        };

        /**
         * Encodes the specified GroupSumDelta message. Does not implicitly {@link coscore.GroupSumDelta.verify|verify} messages.
         * @function encode
         * @memberof coscore.GroupSumDelta
         * @static
         * @param {coscore.GroupSumDelta.$Properties} message GroupSumDelta message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GroupSumDelta.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.delta != null && $Object.hasOwnProperty.call(message, "delta") && message.delta.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.delta);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GroupSumDelta message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.GroupSumDelta
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.GroupSumDelta & coscore.GroupSumDelta.$Shape} GroupSumDelta
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GroupSumDelta.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.GroupSumDelta();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.delta = value;
                        else
                            delete message.delta;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for GroupSumDelta
         * @function getTypeUrl
         * @memberof coscore.GroupSumDelta
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        GroupSumDelta.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.GroupSumDelta";
        };

        return GroupSumDelta;
    })();

    coscore.GroupSumFeature = (function() {

        /**
         * Properties of a GroupSumFeature.
         * @typedef {Object} coscore.GroupSumFeature.$Properties
         * @property {number|null} [feature] GroupSumFeature feature
         * @property {number|null} [bins] GroupSumFeature bins
         * @property {Uint8Array|null} [counts] GroupSumFeature counts
         * @property {Uint8Array|null} [sigma] GroupSumFeature sigma
         * @property {Uint8Array|null} [sums] GroupSumFeature sums
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GroupSumFeature.
         * @memberof coscore
         * @interface IGroupSumFeature
         * @augments coscore.GroupSumFeature.$Properties
         * @deprecated Use coscore.GroupSumFeature.$Properties instead.
         */

        /**
         * Shape of a GroupSumFeature.
         * @typedef {coscore.GroupSumFeature.$Properties} coscore.GroupSumFeature.$Shape
         */

        /**
         * Constructs a new GroupSumFeature.
         * @memberof coscore
         * @classdesc Represents a GroupSumFeature.
         * @constructor
         * @param {coscore.GroupSumFeature.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GroupSumFeature = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GroupSumFeature feature.
         * @member {number} feature
         * @memberof coscore.GroupSumFeature
         * @instance
         */
        GroupSumFeature.prototype.feature = 0;

        /**
         * GroupSumFeature bins.
         * @member {number} bins
         * @memberof coscore.GroupSumFeature
         * @instance
         */
        GroupSumFeature.prototype.bins = 0;

        /**
         * GroupSumFeature counts.
         * @member {Uint8Array} counts
         * @memberof coscore.GroupSumFeature
         * @instance
         */
        GroupSumFeature.prototype.counts = $util.newBuffer([]);

        /**
         * GroupSumFeature sigma.
         * @member {Uint8Array} sigma
         * @memberof coscore.GroupSumFeature
         * @instance
         */
        GroupSumFeature.prototype.sigma = $util.newBuffer([]);

        /**
         * GroupSumFeature sums.
         * @member {Uint8Array} sums
         * @memberof coscore.GroupSumFeature
         * @instance
         */
        GroupSumFeature.prototype.sums = $util.newBuffer([]);

        /**
         * Creates a new GroupSumFeature instance using the specified properties.
         * @function create
         * @memberof coscore.GroupSumFeature
         * @static
         * @param {coscore.GroupSumFeature.$Properties=} [properties] Properties to set
         * @returns {coscore.GroupSumFeature} GroupSumFeature instance
         * @type {{
         *   (properties: coscore.GroupSumFeature.$Shape): coscore.GroupSumFeature & coscore.GroupSumFeature.$Shape;
         *   (properties?: coscore.GroupSumFeature.$Properties): coscore.GroupSumFeature;
         * }}
         */
        GroupSumFeature.create = function(properties) {
            return new GroupSumFeature(properties);
        };

        /**
         * Encodes the specified GroupSumFeature message. Does not implicitly {@link coscore.GroupSumFeature.verify|verify} messages.
         * @function encode
         * @memberof coscore.GroupSumFeature
         * @static
         * @param {coscore.GroupSumFeature.$Properties} message GroupSumFeature message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GroupSumFeature.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.feature != null && $Object.hasOwnProperty.call(message, "feature") && message.feature !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.feature);
            if (message.bins != null && $Object.hasOwnProperty.call(message, "bins") && message.bins !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.bins);
            if (message.counts != null && $Object.hasOwnProperty.call(message, "counts") && message.counts.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.counts);
            if (message.sigma != null && $Object.hasOwnProperty.call(message, "sigma") && message.sigma.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.sigma);
            if (message.sums != null && $Object.hasOwnProperty.call(message, "sums") && message.sums.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.sums);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GroupSumFeature message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.GroupSumFeature
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.GroupSumFeature & coscore.GroupSumFeature.$Shape} GroupSumFeature
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GroupSumFeature.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.GroupSumFeature();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.feature = value;
                        else
                            delete message.feature;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.bins = value;
                        else
                            delete message.bins;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.counts = value;
                        else
                            delete message.counts;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.sigma = value;
                        else
                            delete message.sigma;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.sums = value;
                        else
                            delete message.sums;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for GroupSumFeature
         * @function getTypeUrl
         * @memberof coscore.GroupSumFeature
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        GroupSumFeature.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.GroupSumFeature";
        };

        return GroupSumFeature;
    })();

    coscore.GroupSumBlindKey = (function() {

        /**
         * Properties of a GroupSumBlindKey.
         * @typedef {Object} coscore.GroupSumBlindKey.$Properties
         * @property {string|null} [session] GroupSumBlindKey session
         * @property {string|null} [scheme] GroupSumBlindKey scheme
         * @property {number|null} [bits] GroupSumBlindKey bits
         * @property {Uint8Array|null} [n] GroupSumBlindKey n
         * @property {Uint8Array|null} [g] GroupSumBlindKey g
         * @property {Uint8Array|null} [h] GroupSumBlindKey h
         * @property {number|null} [rows] GroupSumBlindKey rows
         * @property {number|null} [nodes] GroupSumBlindKey nodes
         * @property {number|null} [features] GroupSumBlindKey features
         * @property {number|null} [gBits] GroupSumBlindKey gBits
         * @property {number|null} [hBits] GroupSumBlindKey hBits
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GroupSumBlindKey.
         * @memberof coscore
         * @interface IGroupSumBlindKey
         * @augments coscore.GroupSumBlindKey.$Properties
         * @deprecated Use coscore.GroupSumBlindKey.$Properties instead.
         */

        /**
         * Shape of a GroupSumBlindKey.
         * @typedef {coscore.GroupSumBlindKey.$Properties} coscore.GroupSumBlindKey.$Shape
         */

        /**
         * Constructs a new GroupSumBlindKey.
         * @memberof coscore
         * @classdesc Represents a GroupSumBlindKey.
         * @constructor
         * @param {coscore.GroupSumBlindKey.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GroupSumBlindKey = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GroupSumBlindKey session.
         * @member {string} session
         * @memberof coscore.GroupSumBlindKey
         * @instance
         */
        GroupSumBlindKey.prototype.session = "";

        /**
         * GroupSumBlindKey scheme.
         * @member {string} scheme
         * @memberof coscore.GroupSumBlindKey
         * @instance
         */
        GroupSumBlindKey.prototype.scheme = "";

        /**
         * GroupSumBlindKey bits.
         * @member {number} bits
         * @memberof coscore.GroupSumBlindKey
         * @instance
         */
        GroupSumBlindKey.prototype.bits = 0;

        /**
         * GroupSumBlindKey n.
         * @member {Uint8Array} n
         * @memberof coscore.GroupSumBlindKey
         * @instance
         */
        GroupSumBlindKey.prototype.n = $util.newBuffer([]);

        /**
         * GroupSumBlindKey g.
         * @member {Uint8Array} g
         * @memberof coscore.GroupSumBlindKey
         * @instance
         */
        GroupSumBlindKey.prototype.g = $util.newBuffer([]);

        /**
         * GroupSumBlindKey h.
         * @member {Uint8Array} h
         * @memberof coscore.GroupSumBlindKey
         * @instance
         */
        GroupSumBlindKey.prototype.h = $util.newBuffer([]);

        /**
         * GroupSumBlindKey rows.
         * @member {number} rows
         * @memberof coscore.GroupSumBlindKey
         * @instance
         */
        GroupSumBlindKey.prototype.rows = 0;

        /**
         * GroupSumBlindKey nodes.
         * @member {number} nodes
         * @memberof coscore.GroupSumBlindKey
         * @instance
         */
        GroupSumBlindKey.prototype.nodes = 0;

        /**
         * GroupSumBlindKey features.
         * @member {number} features
         * @memberof coscore.GroupSumBlindKey
         * @instance
         */
        GroupSumBlindKey.prototype.features = 0;

        /**
         * GroupSumBlindKey gBits.
         * @member {number} gBits
         * @memberof coscore.GroupSumBlindKey
         * @instance
         */
        GroupSumBlindKey.prototype.gBits = 0;

        /**
         * GroupSumBlindKey hBits.
         * @member {number} hBits
         * @memberof coscore.GroupSumBlindKey
         * @instance
         */
        GroupSumBlindKey.prototype.hBits = 0;

        /**
         * Creates a new GroupSumBlindKey instance using the specified properties.
         * @function create
         * @memberof coscore.GroupSumBlindKey
         * @static
         * @param {coscore.GroupSumBlindKey.$Properties=} [properties] Properties to set
         * @returns {coscore.GroupSumBlindKey} GroupSumBlindKey instance
         * @type {{
         *   (properties: coscore.GroupSumBlindKey.$Shape): coscore.GroupSumBlindKey & coscore.GroupSumBlindKey.$Shape;
         *   (properties?: coscore.GroupSumBlindKey.$Properties): coscore.GroupSumBlindKey;
         * }}
         */
        GroupSumBlindKey.create = function(properties) {
            return new GroupSumBlindKey(properties);
        };

        /**
         * Encodes the specified GroupSumBlindKey message. Does not implicitly {@link coscore.GroupSumBlindKey.verify|verify} messages.
         * @function encode
         * @memberof coscore.GroupSumBlindKey
         * @static
         * @param {coscore.GroupSumBlindKey.$Properties} message GroupSumBlindKey message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GroupSumBlindKey.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.session != null && $Object.hasOwnProperty.call(message, "session") && message.session !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.session);
            if (message.scheme != null && $Object.hasOwnProperty.call(message, "scheme") && message.scheme !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.scheme);
            if (message.bits != null && $Object.hasOwnProperty.call(message, "bits") && message.bits !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.bits);
            if (message.n != null && $Object.hasOwnProperty.call(message, "n") && message.n.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.n);
            if (message.g != null && $Object.hasOwnProperty.call(message, "g") && message.g.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.g);
            if (message.h != null && $Object.hasOwnProperty.call(message, "h") && message.h.length)
                writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.h);
            if (message.rows != null && $Object.hasOwnProperty.call(message, "rows") && message.rows !== 0)
                writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.rows);
            if (message.nodes != null && $Object.hasOwnProperty.call(message, "nodes") && message.nodes !== 0)
                writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.nodes);
            if (message.features != null && $Object.hasOwnProperty.call(message, "features") && message.features !== 0)
                writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.features);
            if (message.gBits != null && $Object.hasOwnProperty.call(message, "gBits") && message.gBits !== 0)
                writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.gBits);
            if (message.hBits != null && $Object.hasOwnProperty.call(message, "hBits") && message.hBits !== 0)
                writer.uint32(/* id 11, wireType 0 =*/88).uint32(message.hBits);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GroupSumBlindKey message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.GroupSumBlindKey
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.GroupSumBlindKey & coscore.GroupSumBlindKey.$Shape} GroupSumBlindKey
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GroupSumBlindKey.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.GroupSumBlindKey();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.session = value;
                        else
                            delete message.session;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.scheme = value;
                        else
                            delete message.scheme;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.bits = value;
                        else
                            delete message.bits;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.n = value;
                        else
                            delete message.n;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.g = value;
                        else
                            delete message.g;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.h = value;
                        else
                            delete message.h;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.rows = value;
                        else
                            delete message.rows;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.nodes = value;
                        else
                            delete message.nodes;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.features = value;
                        else
                            delete message.features;
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.gBits = value;
                        else
                            delete message.gBits;
                        continue;
                    }
                case 11: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.hBits = value;
                        else
                            delete message.hBits;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for GroupSumBlindKey
         * @function getTypeUrl
         * @memberof coscore.GroupSumBlindKey
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        GroupSumBlindKey.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.GroupSumBlindKey";
        };

        return GroupSumBlindKey;
    })();

    coscore.GroupSumBlindShape = (function() {

        /**
         * Properties of a GroupSumBlindShape.
         * @typedef {Object} coscore.GroupSumBlindShape.$Properties
         * @property {Uint8Array|null} [bins] GroupSumBlindShape bins
         * @property {Uint8Array|null} [counts] GroupSumBlindShape counts
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GroupSumBlindShape.
         * @memberof coscore
         * @interface IGroupSumBlindShape
         * @augments coscore.GroupSumBlindShape.$Properties
         * @deprecated Use coscore.GroupSumBlindShape.$Properties instead.
         */

        /**
         * Shape of a GroupSumBlindShape.
         * @typedef {coscore.GroupSumBlindShape.$Properties} coscore.GroupSumBlindShape.$Shape
         */

        /**
         * Constructs a new GroupSumBlindShape.
         * @memberof coscore
         * @classdesc Represents a GroupSumBlindShape.
         * @constructor
         * @param {coscore.GroupSumBlindShape.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GroupSumBlindShape = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GroupSumBlindShape bins.
         * @member {Uint8Array} bins
         * @memberof coscore.GroupSumBlindShape
         * @instance
         */
        GroupSumBlindShape.prototype.bins = $util.newBuffer([]);

        /**
         * GroupSumBlindShape counts.
         * @member {Uint8Array} counts
         * @memberof coscore.GroupSumBlindShape
         * @instance
         */
        GroupSumBlindShape.prototype.counts = $util.newBuffer([]);

        /**
         * Creates a new GroupSumBlindShape instance using the specified properties.
         * @function create
         * @memberof coscore.GroupSumBlindShape
         * @static
         * @param {coscore.GroupSumBlindShape.$Properties=} [properties] Properties to set
         * @returns {coscore.GroupSumBlindShape} GroupSumBlindShape instance
         * @type {{
         *   (properties: coscore.GroupSumBlindShape.$Shape): coscore.GroupSumBlindShape & coscore.GroupSumBlindShape.$Shape;
         *   (properties?: coscore.GroupSumBlindShape.$Properties): coscore.GroupSumBlindShape;
         * }}
         */
        GroupSumBlindShape.create = function(properties) {
            return new GroupSumBlindShape(properties);
        };

        /**
         * Encodes the specified GroupSumBlindShape message. Does not implicitly {@link coscore.GroupSumBlindShape.verify|verify} messages.
         * @function encode
         * @memberof coscore.GroupSumBlindShape
         * @static
         * @param {coscore.GroupSumBlindShape.$Properties} message GroupSumBlindShape message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GroupSumBlindShape.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.bins != null && $Object.hasOwnProperty.call(message, "bins") && message.bins.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.bins);
            if (message.counts != null && $Object.hasOwnProperty.call(message, "counts") && message.counts.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.counts);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GroupSumBlindShape message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.GroupSumBlindShape
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.GroupSumBlindShape & coscore.GroupSumBlindShape.$Shape} GroupSumBlindShape
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GroupSumBlindShape.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.GroupSumBlindShape();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.bins = value;
                        else
                            delete message.bins;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.counts = value;
                        else
                            delete message.counts;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for GroupSumBlindShape
         * @function getTypeUrl
         * @memberof coscore.GroupSumBlindShape
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        GroupSumBlindShape.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.GroupSumBlindShape";
        };

        return GroupSumBlindShape;
    })();

    coscore.GroupSumBlindBatch = (function() {

        /**
         * Properties of a GroupSumBlindBatch.
         * @typedef {Object} coscore.GroupSumBlindBatch.$Properties
         * @property {number|null} [index] GroupSumBlindBatch index
         * @property {Uint8Array|null} [ciphertexts] GroupSumBlindBatch ciphertexts
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GroupSumBlindBatch.
         * @memberof coscore
         * @interface IGroupSumBlindBatch
         * @augments coscore.GroupSumBlindBatch.$Properties
         * @deprecated Use coscore.GroupSumBlindBatch.$Properties instead.
         */

        /**
         * Shape of a GroupSumBlindBatch.
         * @typedef {coscore.GroupSumBlindBatch.$Properties} coscore.GroupSumBlindBatch.$Shape
         */

        /**
         * Constructs a new GroupSumBlindBatch.
         * @memberof coscore
         * @classdesc Represents a GroupSumBlindBatch.
         * @constructor
         * @param {coscore.GroupSumBlindBatch.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GroupSumBlindBatch = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GroupSumBlindBatch index.
         * @member {number} index
         * @memberof coscore.GroupSumBlindBatch
         * @instance
         */
        GroupSumBlindBatch.prototype.index = 0;

        /**
         * GroupSumBlindBatch ciphertexts.
         * @member {Uint8Array} ciphertexts
         * @memberof coscore.GroupSumBlindBatch
         * @instance
         */
        GroupSumBlindBatch.prototype.ciphertexts = $util.newBuffer([]);

        /**
         * Creates a new GroupSumBlindBatch instance using the specified properties.
         * @function create
         * @memberof coscore.GroupSumBlindBatch
         * @static
         * @param {coscore.GroupSumBlindBatch.$Properties=} [properties] Properties to set
         * @returns {coscore.GroupSumBlindBatch} GroupSumBlindBatch instance
         * @type {{
         *   (properties: coscore.GroupSumBlindBatch.$Shape): coscore.GroupSumBlindBatch & coscore.GroupSumBlindBatch.$Shape;
         *   (properties?: coscore.GroupSumBlindBatch.$Properties): coscore.GroupSumBlindBatch;
         * }}
         */
        GroupSumBlindBatch.create = function(properties) {
            return new GroupSumBlindBatch(properties);
        };

        /**
         * Encodes the specified GroupSumBlindBatch message. Does not implicitly {@link coscore.GroupSumBlindBatch.verify|verify} messages.
         * @function encode
         * @memberof coscore.GroupSumBlindBatch
         * @static
         * @param {coscore.GroupSumBlindBatch.$Properties} message GroupSumBlindBatch message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GroupSumBlindBatch.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.index);
            if (message.ciphertexts != null && $Object.hasOwnProperty.call(message, "ciphertexts") && message.ciphertexts.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.ciphertexts);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GroupSumBlindBatch message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.GroupSumBlindBatch
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.GroupSumBlindBatch & coscore.GroupSumBlindBatch.$Shape} GroupSumBlindBatch
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GroupSumBlindBatch.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.GroupSumBlindBatch();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.ciphertexts = value;
                        else
                            delete message.ciphertexts;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for GroupSumBlindBatch
         * @function getTypeUrl
         * @memberof coscore.GroupSumBlindBatch
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        GroupSumBlindBatch.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.GroupSumBlindBatch";
        };

        return GroupSumBlindBatch;
    })();

    coscore.GroupSumRefineCall = (function() {

        /**
         * Properties of a GroupSumRefineCall.
         * @typedef {Object} coscore.GroupSumRefineCall.$Properties
         * @property {number|null} [index] GroupSumRefineCall index
         * @property {number|null} [turn] GroupSumRefineCall turn
         * @property {Uint8Array|null} [wanted] GroupSumRefineCall wanted
         * @property {Uint8Array|null} [active] GroupSumRefineCall active
         * @property {Uint8Array|null} [delta] GroupSumRefineCall delta
         * @property {Uint8Array|null} [note] GroupSumRefineCall note
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GroupSumRefineCall.
         * @memberof coscore
         * @interface IGroupSumRefineCall
         * @augments coscore.GroupSumRefineCall.$Properties
         * @deprecated Use coscore.GroupSumRefineCall.$Properties instead.
         */

        /**
         * Shape of a GroupSumRefineCall.
         * @typedef {coscore.GroupSumRefineCall.$Properties} coscore.GroupSumRefineCall.$Shape
         */

        /**
         * Constructs a new GroupSumRefineCall.
         * @memberof coscore
         * @classdesc Represents a GroupSumRefineCall.
         * @constructor
         * @param {coscore.GroupSumRefineCall.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GroupSumRefineCall = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GroupSumRefineCall index.
         * @member {number} index
         * @memberof coscore.GroupSumRefineCall
         * @instance
         */
        GroupSumRefineCall.prototype.index = 0;

        /**
         * GroupSumRefineCall turn.
         * @member {number} turn
         * @memberof coscore.GroupSumRefineCall
         * @instance
         */
        GroupSumRefineCall.prototype.turn = 0;

        /**
         * GroupSumRefineCall wanted.
         * @member {Uint8Array} wanted
         * @memberof coscore.GroupSumRefineCall
         * @instance
         */
        GroupSumRefineCall.prototype.wanted = $util.newBuffer([]);

        /**
         * GroupSumRefineCall active.
         * @member {Uint8Array} active
         * @memberof coscore.GroupSumRefineCall
         * @instance
         */
        GroupSumRefineCall.prototype.active = $util.newBuffer([]);

        /**
         * GroupSumRefineCall delta.
         * @member {Uint8Array} delta
         * @memberof coscore.GroupSumRefineCall
         * @instance
         */
        GroupSumRefineCall.prototype.delta = $util.newBuffer([]);

        /**
         * GroupSumRefineCall note.
         * @member {Uint8Array} note
         * @memberof coscore.GroupSumRefineCall
         * @instance
         */
        GroupSumRefineCall.prototype.note = $util.newBuffer([]);

        /**
         * Creates a new GroupSumRefineCall instance using the specified properties.
         * @function create
         * @memberof coscore.GroupSumRefineCall
         * @static
         * @param {coscore.GroupSumRefineCall.$Properties=} [properties] Properties to set
         * @returns {coscore.GroupSumRefineCall} GroupSumRefineCall instance
         * @type {{
         *   (properties: coscore.GroupSumRefineCall.$Shape): coscore.GroupSumRefineCall & coscore.GroupSumRefineCall.$Shape;
         *   (properties?: coscore.GroupSumRefineCall.$Properties): coscore.GroupSumRefineCall;
         * }}
         */
        GroupSumRefineCall.create = function(properties) {
            return new GroupSumRefineCall(properties);
        };

        /**
         * Encodes the specified GroupSumRefineCall message. Does not implicitly {@link coscore.GroupSumRefineCall.verify|verify} messages.
         * @function encode
         * @memberof coscore.GroupSumRefineCall
         * @static
         * @param {coscore.GroupSumRefineCall.$Properties} message GroupSumRefineCall message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GroupSumRefineCall.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.index);
            if (message.turn != null && $Object.hasOwnProperty.call(message, "turn") && message.turn !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.turn);
            if (message.wanted != null && $Object.hasOwnProperty.call(message, "wanted") && message.wanted.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.wanted);
            if (message.active != null && $Object.hasOwnProperty.call(message, "active") && message.active.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.active);
            if (message.delta != null && $Object.hasOwnProperty.call(message, "delta") && message.delta.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.delta);
            if (message.note != null && $Object.hasOwnProperty.call(message, "note") && message.note.length)
                writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.note);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GroupSumRefineCall message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.GroupSumRefineCall
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.GroupSumRefineCall & coscore.GroupSumRefineCall.$Shape} GroupSumRefineCall
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GroupSumRefineCall.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.GroupSumRefineCall();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.turn = value;
                        else
                            delete message.turn;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.wanted = value;
                        else
                            delete message.wanted;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.active = value;
                        else
                            delete message.active;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.delta = value;
                        else
                            delete message.delta;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.note = value;
                        else
                            delete message.note;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for GroupSumRefineCall
         * @function getTypeUrl
         * @memberof coscore.GroupSumRefineCall
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        GroupSumRefineCall.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.GroupSumRefineCall";
        };

        return GroupSumRefineCall;
    })();

    coscore.GroupSumRefineReply = (function() {

        /**
         * Properties of a GroupSumRefineReply.
         * @typedef {Object} coscore.GroupSumRefineReply.$Properties
         * @property {number|null} [index] GroupSumRefineReply index
         * @property {number|null} [part] GroupSumRefineReply part
         * @property {Uint8Array|null} [reply] GroupSumRefineReply reply
         * @property {Uint8Array|null} [positions] GroupSumRefineReply positions
         * @property {Uint8Array|null} [ends] GroupSumRefineReply ends
         * @property {Uint8Array|null} [sums] GroupSumRefineReply sums
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GroupSumRefineReply.
         * @memberof coscore
         * @interface IGroupSumRefineReply
         * @augments coscore.GroupSumRefineReply.$Properties
         * @deprecated Use coscore.GroupSumRefineReply.$Properties instead.
         */

        /**
         * Shape of a GroupSumRefineReply.
         * @typedef {coscore.GroupSumRefineReply.$Properties} coscore.GroupSumRefineReply.$Shape
         */

        /**
         * Constructs a new GroupSumRefineReply.
         * @memberof coscore
         * @classdesc Represents a GroupSumRefineReply.
         * @constructor
         * @param {coscore.GroupSumRefineReply.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GroupSumRefineReply = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GroupSumRefineReply index.
         * @member {number} index
         * @memberof coscore.GroupSumRefineReply
         * @instance
         */
        GroupSumRefineReply.prototype.index = 0;

        /**
         * GroupSumRefineReply part.
         * @member {number} part
         * @memberof coscore.GroupSumRefineReply
         * @instance
         */
        GroupSumRefineReply.prototype.part = 0;

        /**
         * GroupSumRefineReply reply.
         * @member {Uint8Array} reply
         * @memberof coscore.GroupSumRefineReply
         * @instance
         */
        GroupSumRefineReply.prototype.reply = $util.newBuffer([]);

        /**
         * GroupSumRefineReply positions.
         * @member {Uint8Array} positions
         * @memberof coscore.GroupSumRefineReply
         * @instance
         */
        GroupSumRefineReply.prototype.positions = $util.newBuffer([]);

        /**
         * GroupSumRefineReply ends.
         * @member {Uint8Array} ends
         * @memberof coscore.GroupSumRefineReply
         * @instance
         */
        GroupSumRefineReply.prototype.ends = $util.newBuffer([]);

        /**
         * GroupSumRefineReply sums.
         * @member {Uint8Array} sums
         * @memberof coscore.GroupSumRefineReply
         * @instance
         */
        GroupSumRefineReply.prototype.sums = $util.newBuffer([]);

        /**
         * Creates a new GroupSumRefineReply instance using the specified properties.
         * @function create
         * @memberof coscore.GroupSumRefineReply
         * @static
         * @param {coscore.GroupSumRefineReply.$Properties=} [properties] Properties to set
         * @returns {coscore.GroupSumRefineReply} GroupSumRefineReply instance
         * @type {{
         *   (properties: coscore.GroupSumRefineReply.$Shape): coscore.GroupSumRefineReply & coscore.GroupSumRefineReply.$Shape;
         *   (properties?: coscore.GroupSumRefineReply.$Properties): coscore.GroupSumRefineReply;
         * }}
         */
        GroupSumRefineReply.create = function(properties) {
            return new GroupSumRefineReply(properties);
        };

        /**
         * Encodes the specified GroupSumRefineReply message. Does not implicitly {@link coscore.GroupSumRefineReply.verify|verify} messages.
         * @function encode
         * @memberof coscore.GroupSumRefineReply
         * @static
         * @param {coscore.GroupSumRefineReply.$Properties} message GroupSumRefineReply message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GroupSumRefineReply.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.index);
            if (message.part != null && $Object.hasOwnProperty.call(message, "part") && message.part !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.part);
            if (message.reply != null && $Object.hasOwnProperty.call(message, "reply") && message.reply.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.reply);
            if (message.positions != null && $Object.hasOwnProperty.call(message, "positions") && message.positions.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.positions);
            if (message.ends != null && $Object.hasOwnProperty.call(message, "ends") && message.ends.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.ends);
            if (message.sums != null && $Object.hasOwnProperty.call(message, "sums") && message.sums.length)
                writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.sums);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GroupSumRefineReply message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.GroupSumRefineReply
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.GroupSumRefineReply & coscore.GroupSumRefineReply.$Shape} GroupSumRefineReply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GroupSumRefineReply.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.GroupSumRefineReply();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.part = value;
                        else
                            delete message.part;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.reply = value;
                        else
                            delete message.reply;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.positions = value;
                        else
                            delete message.positions;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.ends = value;
                        else
                            delete message.ends;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.sums = value;
                        else
                            delete message.sums;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for GroupSumRefineReply
         * @function getTypeUrl
         * @memberof coscore.GroupSumRefineReply
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        GroupSumRefineReply.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.GroupSumRefineReply";
        };

        return GroupSumRefineReply;
    })();

    coscore.GroupSumRefineBlindKey = (function() {

        /**
         * Properties of a GroupSumRefineBlindKey.
         * @typedef {Object} coscore.GroupSumRefineBlindKey.$Properties
         * @property {string|null} [session] GroupSumRefineBlindKey session
         * @property {string|null} [scheme] GroupSumRefineBlindKey scheme
         * @property {number|null} [bits] GroupSumRefineBlindKey bits
         * @property {Uint8Array|null} [n] GroupSumRefineBlindKey n
         * @property {Uint8Array|null} [g] GroupSumRefineBlindKey g
         * @property {Uint8Array|null} [h] GroupSumRefineBlindKey h
         * @property {number|null} [rows] GroupSumRefineBlindKey rows
         * @property {Uint8Array|null} [bins] GroupSumRefineBlindKey bins
         * @property {number|null} [gBits] GroupSumRefineBlindKey gBits
         * @property {number|null} [hBits] GroupSumRefineBlindKey hBits
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GroupSumRefineBlindKey.
         * @memberof coscore
         * @interface IGroupSumRefineBlindKey
         * @augments coscore.GroupSumRefineBlindKey.$Properties
         * @deprecated Use coscore.GroupSumRefineBlindKey.$Properties instead.
         */

        /**
         * Shape of a GroupSumRefineBlindKey.
         * @typedef {coscore.GroupSumRefineBlindKey.$Properties} coscore.GroupSumRefineBlindKey.$Shape
         */

        /**
         * Constructs a new GroupSumRefineBlindKey.
         * @memberof coscore
         * @classdesc Represents a GroupSumRefineBlindKey.
         * @constructor
         * @param {coscore.GroupSumRefineBlindKey.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GroupSumRefineBlindKey = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GroupSumRefineBlindKey session.
         * @member {string} session
         * @memberof coscore.GroupSumRefineBlindKey
         * @instance
         */
        GroupSumRefineBlindKey.prototype.session = "";

        /**
         * GroupSumRefineBlindKey scheme.
         * @member {string} scheme
         * @memberof coscore.GroupSumRefineBlindKey
         * @instance
         */
        GroupSumRefineBlindKey.prototype.scheme = "";

        /**
         * GroupSumRefineBlindKey bits.
         * @member {number} bits
         * @memberof coscore.GroupSumRefineBlindKey
         * @instance
         */
        GroupSumRefineBlindKey.prototype.bits = 0;

        /**
         * GroupSumRefineBlindKey n.
         * @member {Uint8Array} n
         * @memberof coscore.GroupSumRefineBlindKey
         * @instance
         */
        GroupSumRefineBlindKey.prototype.n = $util.newBuffer([]);

        /**
         * GroupSumRefineBlindKey g.
         * @member {Uint8Array} g
         * @memberof coscore.GroupSumRefineBlindKey
         * @instance
         */
        GroupSumRefineBlindKey.prototype.g = $util.newBuffer([]);

        /**
         * GroupSumRefineBlindKey h.
         * @member {Uint8Array} h
         * @memberof coscore.GroupSumRefineBlindKey
         * @instance
         */
        GroupSumRefineBlindKey.prototype.h = $util.newBuffer([]);

        /**
         * GroupSumRefineBlindKey rows.
         * @member {number} rows
         * @memberof coscore.GroupSumRefineBlindKey
         * @instance
         */
        GroupSumRefineBlindKey.prototype.rows = 0;

        /**
         * GroupSumRefineBlindKey bins.
         * @member {Uint8Array} bins
         * @memberof coscore.GroupSumRefineBlindKey
         * @instance
         */
        GroupSumRefineBlindKey.prototype.bins = $util.newBuffer([]);

        /**
         * GroupSumRefineBlindKey gBits.
         * @member {number} gBits
         * @memberof coscore.GroupSumRefineBlindKey
         * @instance
         */
        GroupSumRefineBlindKey.prototype.gBits = 0;

        /**
         * GroupSumRefineBlindKey hBits.
         * @member {number} hBits
         * @memberof coscore.GroupSumRefineBlindKey
         * @instance
         */
        GroupSumRefineBlindKey.prototype.hBits = 0;

        /**
         * Creates a new GroupSumRefineBlindKey instance using the specified properties.
         * @function create
         * @memberof coscore.GroupSumRefineBlindKey
         * @static
         * @param {coscore.GroupSumRefineBlindKey.$Properties=} [properties] Properties to set
         * @returns {coscore.GroupSumRefineBlindKey} GroupSumRefineBlindKey instance
         * @type {{
         *   (properties: coscore.GroupSumRefineBlindKey.$Shape): coscore.GroupSumRefineBlindKey & coscore.GroupSumRefineBlindKey.$Shape;
         *   (properties?: coscore.GroupSumRefineBlindKey.$Properties): coscore.GroupSumRefineBlindKey;
         * }}
         */
        GroupSumRefineBlindKey.create = function(properties) {
            return new GroupSumRefineBlindKey(properties);
        };

        /**
         * Encodes the specified GroupSumRefineBlindKey message. Does not implicitly {@link coscore.GroupSumRefineBlindKey.verify|verify} messages.
         * @function encode
         * @memberof coscore.GroupSumRefineBlindKey
         * @static
         * @param {coscore.GroupSumRefineBlindKey.$Properties} message GroupSumRefineBlindKey message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GroupSumRefineBlindKey.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.session != null && $Object.hasOwnProperty.call(message, "session") && message.session !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.session);
            if (message.scheme != null && $Object.hasOwnProperty.call(message, "scheme") && message.scheme !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.scheme);
            if (message.bits != null && $Object.hasOwnProperty.call(message, "bits") && message.bits !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.bits);
            if (message.n != null && $Object.hasOwnProperty.call(message, "n") && message.n.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.n);
            if (message.g != null && $Object.hasOwnProperty.call(message, "g") && message.g.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.g);
            if (message.h != null && $Object.hasOwnProperty.call(message, "h") && message.h.length)
                writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.h);
            if (message.rows != null && $Object.hasOwnProperty.call(message, "rows") && message.rows !== 0)
                writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.rows);
            if (message.bins != null && $Object.hasOwnProperty.call(message, "bins") && message.bins.length)
                writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.bins);
            if (message.gBits != null && $Object.hasOwnProperty.call(message, "gBits") && message.gBits !== 0)
                writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.gBits);
            if (message.hBits != null && $Object.hasOwnProperty.call(message, "hBits") && message.hBits !== 0)
                writer.uint32(/* id 10, wireType 0 =*/80).uint32(message.hBits);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GroupSumRefineBlindKey message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.GroupSumRefineBlindKey
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.GroupSumRefineBlindKey & coscore.GroupSumRefineBlindKey.$Shape} GroupSumRefineBlindKey
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GroupSumRefineBlindKey.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.GroupSumRefineBlindKey();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.session = value;
                        else
                            delete message.session;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.scheme = value;
                        else
                            delete message.scheme;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.bits = value;
                        else
                            delete message.bits;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.n = value;
                        else
                            delete message.n;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.g = value;
                        else
                            delete message.g;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.h = value;
                        else
                            delete message.h;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.rows = value;
                        else
                            delete message.rows;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.bins = value;
                        else
                            delete message.bins;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.gBits = value;
                        else
                            delete message.gBits;
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.hBits = value;
                        else
                            delete message.hBits;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for GroupSumRefineBlindKey
         * @function getTypeUrl
         * @memberof coscore.GroupSumRefineBlindKey
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        GroupSumRefineBlindKey.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.GroupSumRefineBlindKey";
        };

        return GroupSumRefineBlindKey;
    })();

    coscore.GroupSumRefineBlindTurn = (function() {

        /**
         * Properties of a GroupSumRefineBlindTurn.
         * @typedef {Object} coscore.GroupSumRefineBlindTurn.$Properties
         * @property {number|null} [index] GroupSumRefineBlindTurn index
         * @property {string|null} [what] GroupSumRefineBlindTurn what
         * @property {Uint8Array|null} [note] GroupSumRefineBlindTurn note
         * @property {Uint8Array|null} [wanted] GroupSumRefineBlindTurn wanted
         * @property {Uint8Array|null} [active] GroupSumRefineBlindTurn active
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GroupSumRefineBlindTurn.
         * @memberof coscore
         * @interface IGroupSumRefineBlindTurn
         * @augments coscore.GroupSumRefineBlindTurn.$Properties
         * @deprecated Use coscore.GroupSumRefineBlindTurn.$Properties instead.
         */

        /**
         * Shape of a GroupSumRefineBlindTurn.
         * @typedef {coscore.GroupSumRefineBlindTurn.$Properties} coscore.GroupSumRefineBlindTurn.$Shape
         */

        /**
         * Constructs a new GroupSumRefineBlindTurn.
         * @memberof coscore
         * @classdesc Represents a GroupSumRefineBlindTurn.
         * @constructor
         * @param {coscore.GroupSumRefineBlindTurn.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GroupSumRefineBlindTurn = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GroupSumRefineBlindTurn index.
         * @member {number} index
         * @memberof coscore.GroupSumRefineBlindTurn
         * @instance
         */
        GroupSumRefineBlindTurn.prototype.index = 0;

        /**
         * GroupSumRefineBlindTurn what.
         * @member {string} what
         * @memberof coscore.GroupSumRefineBlindTurn
         * @instance
         */
        GroupSumRefineBlindTurn.prototype.what = "";

        /**
         * GroupSumRefineBlindTurn note.
         * @member {Uint8Array} note
         * @memberof coscore.GroupSumRefineBlindTurn
         * @instance
         */
        GroupSumRefineBlindTurn.prototype.note = $util.newBuffer([]);

        /**
         * GroupSumRefineBlindTurn wanted.
         * @member {Uint8Array} wanted
         * @memberof coscore.GroupSumRefineBlindTurn
         * @instance
         */
        GroupSumRefineBlindTurn.prototype.wanted = $util.newBuffer([]);

        /**
         * GroupSumRefineBlindTurn active.
         * @member {Uint8Array} active
         * @memberof coscore.GroupSumRefineBlindTurn
         * @instance
         */
        GroupSumRefineBlindTurn.prototype.active = $util.newBuffer([]);

        /**
         * Creates a new GroupSumRefineBlindTurn instance using the specified properties.
         * @function create
         * @memberof coscore.GroupSumRefineBlindTurn
         * @static
         * @param {coscore.GroupSumRefineBlindTurn.$Properties=} [properties] Properties to set
         * @returns {coscore.GroupSumRefineBlindTurn} GroupSumRefineBlindTurn instance
         * @type {{
         *   (properties: coscore.GroupSumRefineBlindTurn.$Shape): coscore.GroupSumRefineBlindTurn & coscore.GroupSumRefineBlindTurn.$Shape;
         *   (properties?: coscore.GroupSumRefineBlindTurn.$Properties): coscore.GroupSumRefineBlindTurn;
         * }}
         */
        GroupSumRefineBlindTurn.create = function(properties) {
            return new GroupSumRefineBlindTurn(properties);
        };

        /**
         * Encodes the specified GroupSumRefineBlindTurn message. Does not implicitly {@link coscore.GroupSumRefineBlindTurn.verify|verify} messages.
         * @function encode
         * @memberof coscore.GroupSumRefineBlindTurn
         * @static
         * @param {coscore.GroupSumRefineBlindTurn.$Properties} message GroupSumRefineBlindTurn message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GroupSumRefineBlindTurn.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.index);
            if (message.what != null && $Object.hasOwnProperty.call(message, "what") && message.what !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.what);
            if (message.note != null && $Object.hasOwnProperty.call(message, "note") && message.note.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.note);
            if (message.wanted != null && $Object.hasOwnProperty.call(message, "wanted") && message.wanted.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.wanted);
            if (message.active != null && $Object.hasOwnProperty.call(message, "active") && message.active.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.active);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GroupSumRefineBlindTurn message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.GroupSumRefineBlindTurn
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.GroupSumRefineBlindTurn & coscore.GroupSumRefineBlindTurn.$Shape} GroupSumRefineBlindTurn
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GroupSumRefineBlindTurn.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.GroupSumRefineBlindTurn();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.what = value;
                        else
                            delete message.what;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.note = value;
                        else
                            delete message.note;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.wanted = value;
                        else
                            delete message.wanted;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.active = value;
                        else
                            delete message.active;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for GroupSumRefineBlindTurn
         * @function getTypeUrl
         * @memberof coscore.GroupSumRefineBlindTurn
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        GroupSumRefineBlindTurn.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.GroupSumRefineBlindTurn";
        };

        return GroupSumRefineBlindTurn;
    })();

    coscore.GroupSumRefineBlindAnswer = (function() {

        /**
         * Properties of a GroupSumRefineBlindAnswer.
         * @typedef {Object} coscore.GroupSumRefineBlindAnswer.$Properties
         * @property {number|null} [index] GroupSumRefineBlindAnswer index
         * @property {Uint8Array|null} [reply] GroupSumRefineBlindAnswer reply
         * @property {Uint8Array|null} [counts] GroupSumRefineBlindAnswer counts
         * @property {Uint8Array|null} [ends] GroupSumRefineBlindAnswer ends
         * @property {Uint8Array|null} [ciphertexts] GroupSumRefineBlindAnswer ciphertexts
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GroupSumRefineBlindAnswer.
         * @memberof coscore
         * @interface IGroupSumRefineBlindAnswer
         * @augments coscore.GroupSumRefineBlindAnswer.$Properties
         * @deprecated Use coscore.GroupSumRefineBlindAnswer.$Properties instead.
         */

        /**
         * Shape of a GroupSumRefineBlindAnswer.
         * @typedef {coscore.GroupSumRefineBlindAnswer.$Properties} coscore.GroupSumRefineBlindAnswer.$Shape
         */

        /**
         * Constructs a new GroupSumRefineBlindAnswer.
         * @memberof coscore
         * @classdesc Represents a GroupSumRefineBlindAnswer.
         * @constructor
         * @param {coscore.GroupSumRefineBlindAnswer.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GroupSumRefineBlindAnswer = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GroupSumRefineBlindAnswer index.
         * @member {number} index
         * @memberof coscore.GroupSumRefineBlindAnswer
         * @instance
         */
        GroupSumRefineBlindAnswer.prototype.index = 0;

        /**
         * GroupSumRefineBlindAnswer reply.
         * @member {Uint8Array} reply
         * @memberof coscore.GroupSumRefineBlindAnswer
         * @instance
         */
        GroupSumRefineBlindAnswer.prototype.reply = $util.newBuffer([]);

        /**
         * GroupSumRefineBlindAnswer counts.
         * @member {Uint8Array} counts
         * @memberof coscore.GroupSumRefineBlindAnswer
         * @instance
         */
        GroupSumRefineBlindAnswer.prototype.counts = $util.newBuffer([]);

        /**
         * GroupSumRefineBlindAnswer ends.
         * @member {Uint8Array} ends
         * @memberof coscore.GroupSumRefineBlindAnswer
         * @instance
         */
        GroupSumRefineBlindAnswer.prototype.ends = $util.newBuffer([]);

        /**
         * GroupSumRefineBlindAnswer ciphertexts.
         * @member {Uint8Array} ciphertexts
         * @memberof coscore.GroupSumRefineBlindAnswer
         * @instance
         */
        GroupSumRefineBlindAnswer.prototype.ciphertexts = $util.newBuffer([]);

        /**
         * Creates a new GroupSumRefineBlindAnswer instance using the specified properties.
         * @function create
         * @memberof coscore.GroupSumRefineBlindAnswer
         * @static
         * @param {coscore.GroupSumRefineBlindAnswer.$Properties=} [properties] Properties to set
         * @returns {coscore.GroupSumRefineBlindAnswer} GroupSumRefineBlindAnswer instance
         * @type {{
         *   (properties: coscore.GroupSumRefineBlindAnswer.$Shape): coscore.GroupSumRefineBlindAnswer & coscore.GroupSumRefineBlindAnswer.$Shape;
         *   (properties?: coscore.GroupSumRefineBlindAnswer.$Properties): coscore.GroupSumRefineBlindAnswer;
         * }}
         */
        GroupSumRefineBlindAnswer.create = function(properties) {
            return new GroupSumRefineBlindAnswer(properties);
        };

        /**
         * Encodes the specified GroupSumRefineBlindAnswer message. Does not implicitly {@link coscore.GroupSumRefineBlindAnswer.verify|verify} messages.
         * @function encode
         * @memberof coscore.GroupSumRefineBlindAnswer
         * @static
         * @param {coscore.GroupSumRefineBlindAnswer.$Properties} message GroupSumRefineBlindAnswer message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GroupSumRefineBlindAnswer.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.index);
            if (message.reply != null && $Object.hasOwnProperty.call(message, "reply") && message.reply.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.reply);
            if (message.counts != null && $Object.hasOwnProperty.call(message, "counts") && message.counts.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.counts);
            if (message.ends != null && $Object.hasOwnProperty.call(message, "ends") && message.ends.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.ends);
            if (message.ciphertexts != null && $Object.hasOwnProperty.call(message, "ciphertexts") && message.ciphertexts.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.ciphertexts);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GroupSumRefineBlindAnswer message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.GroupSumRefineBlindAnswer
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.GroupSumRefineBlindAnswer & coscore.GroupSumRefineBlindAnswer.$Shape} GroupSumRefineBlindAnswer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GroupSumRefineBlindAnswer.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.GroupSumRefineBlindAnswer();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.reply = value;
                        else
                            delete message.reply;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.counts = value;
                        else
                            delete message.counts;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.ends = value;
                        else
                            delete message.ends;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.ciphertexts = value;
                        else
                            delete message.ciphertexts;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for GroupSumRefineBlindAnswer
         * @function getTypeUrl
         * @memberof coscore.GroupSumRefineBlindAnswer
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        GroupSumRefineBlindAnswer.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.GroupSumRefineBlindAnswer";
        };

        return GroupSumRefineBlindAnswer;
    })();

    coscore.HelperCall = (function() {

        /**
         * Properties of a HelperCall.
         * @typedef {Object} coscore.HelperCall.$Properties
         * @property {boolean|null} [done] HelperCall done
         * @property {string|null} [protocol] HelperCall protocol
         * @property {string|null} [instance] HelperCall instance
         * @property {Array.<string>|null} [parties] HelperCall parties
         * @property {Array.<coscore.HelperParam.$Properties>|null} [params] HelperCall params
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a HelperCall.
         * @memberof coscore
         * @interface IHelperCall
         * @augments coscore.HelperCall.$Properties
         * @deprecated Use coscore.HelperCall.$Properties instead.
         */

        /**
         * Shape of a HelperCall.
         * @typedef {coscore.HelperCall.$Properties} coscore.HelperCall.$Shape
         */

        /**
         * Constructs a new HelperCall.
         * @memberof coscore
         * @classdesc Represents a HelperCall.
         * @constructor
         * @param {coscore.HelperCall.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const HelperCall = function (properties) {
            this.parties = [];
            this.params = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * HelperCall done.
         * @member {boolean} done
         * @memberof coscore.HelperCall
         * @instance
         */
        HelperCall.prototype.done = false;

        /**
         * HelperCall protocol.
         * @member {string} protocol
         * @memberof coscore.HelperCall
         * @instance
         */
        HelperCall.prototype.protocol = "";

        /**
         * HelperCall instance.
         * @member {string} instance
         * @memberof coscore.HelperCall
         * @instance
         */
        HelperCall.prototype.instance = "";

        /**
         * HelperCall parties.
         * @member {Array.<string>} parties
         * @memberof coscore.HelperCall
         * @instance
         */
        HelperCall.prototype.parties = $util.emptyArray;

        /**
         * HelperCall params.
         * @member {Array.<coscore.HelperParam.$Properties>} params
         * @memberof coscore.HelperCall
         * @instance
         */
        HelperCall.prototype.params = $util.emptyArray;

        /**
         * Creates a new HelperCall instance using the specified properties.
         * @function create
         * @memberof coscore.HelperCall
         * @static
         * @param {coscore.HelperCall.$Properties=} [properties] Properties to set
         * @returns {coscore.HelperCall} HelperCall instance
         * @type {{
         *   (properties: coscore.HelperCall.$Shape): coscore.HelperCall & coscore.HelperCall.$Shape;
         *   (properties?: coscore.HelperCall.$Properties): coscore.HelperCall;
         * }}
         */
        HelperCall.create = function(properties) {
            return new HelperCall(properties);
        };

        /**
         * Encodes the specified HelperCall message. Does not implicitly {@link coscore.HelperCall.verify|verify} messages.
         * @function encode
         * @memberof coscore.HelperCall
         * @static
         * @param {coscore.HelperCall.$Properties} message HelperCall message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        HelperCall.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.done != null && $Object.hasOwnProperty.call(message, "done") && message.done !== false)
                writer.uint32(/* id 1, wireType 0 =*/8).bool(message.done);
            if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.protocol);
            if (message.instance != null && $Object.hasOwnProperty.call(message, "instance") && message.instance !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.instance);
            if (message.parties != null && message.parties.length)
                for (let i = 0; i < message.parties.length; ++i)
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.parties[i]);
            if (message.params != null && message.params.length)
                for (let i = 0; i < message.params.length; ++i)
                    $root.coscore.HelperParam.encode(message.params[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a HelperCall message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.HelperCall
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.HelperCall & coscore.HelperCall.$Shape} HelperCall
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        HelperCall.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.HelperCall();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.done = value;
                        else
                            delete message.done;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.protocol = value;
                        else
                            delete message.protocol;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.instance = value;
                        else
                            delete message.instance;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.parties && message.parties.length))
                            message.parties = [];
                        message.parties.push(reader.stringVerify());
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.params && message.params.length))
                            message.params = [];
                        message.params.push($root.coscore.HelperParam.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for HelperCall
         * @function getTypeUrl
         * @memberof coscore.HelperCall
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        HelperCall.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.HelperCall";
        };

        return HelperCall;
    })();

    coscore.HelperParam = (function() {

        /**
         * Properties of a HelperParam.
         * @typedef {Object} coscore.HelperParam.$Properties
         * @property {string|null} [name] HelperParam name
         * @property {Array.<number>|null} [values] HelperParam values
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a HelperParam.
         * @memberof coscore
         * @interface IHelperParam
         * @augments coscore.HelperParam.$Properties
         * @deprecated Use coscore.HelperParam.$Properties instead.
         */

        /**
         * Shape of a HelperParam.
         * @typedef {coscore.HelperParam.$Properties} coscore.HelperParam.$Shape
         */

        /**
         * Constructs a new HelperParam.
         * @memberof coscore
         * @classdesc Represents a HelperParam.
         * @constructor
         * @param {coscore.HelperParam.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const HelperParam = function (properties) {
            this.values = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * HelperParam name.
         * @member {string} name
         * @memberof coscore.HelperParam
         * @instance
         */
        HelperParam.prototype.name = "";

        /**
         * HelperParam values.
         * @member {Array.<number>} values
         * @memberof coscore.HelperParam
         * @instance
         */
        HelperParam.prototype.values = $util.emptyArray;

        /**
         * Creates a new HelperParam instance using the specified properties.
         * @function create
         * @memberof coscore.HelperParam
         * @static
         * @param {coscore.HelperParam.$Properties=} [properties] Properties to set
         * @returns {coscore.HelperParam} HelperParam instance
         * @type {{
         *   (properties: coscore.HelperParam.$Shape): coscore.HelperParam & coscore.HelperParam.$Shape;
         *   (properties?: coscore.HelperParam.$Properties): coscore.HelperParam;
         * }}
         */
        HelperParam.create = function(properties) {
            return new HelperParam(properties);
        };

        /**
         * Encodes the specified HelperParam message. Does not implicitly {@link coscore.HelperParam.verify|verify} messages.
         * @function encode
         * @memberof coscore.HelperParam
         * @static
         * @param {coscore.HelperParam.$Properties} message HelperParam message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        HelperParam.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.values != null && message.values.length)
                writer.uint32(/* id 2, wireType 2 =*/18).uint32s(message.values);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a HelperParam message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.HelperParam
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.HelperParam & coscore.HelperParam.$Shape} HelperParam
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        HelperParam.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.HelperParam();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType === 2) {
                            if (!(message.values && message.values.length))
                                message.values = [];
                            reader.uint32s(message.values);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.values && message.values.length))
                            message.values = [];
                        message.values.push(reader.uint32());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for HelperParam
         * @function getTypeUrl
         * @memberof coscore.HelperParam
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        HelperParam.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.HelperParam";
        };

        return HelperParam;
    })();

    coscore.HelperGrant = (function() {

        /**
         * Properties of a HelperGrant.
         * @typedef {Object} coscore.HelperGrant.$Properties
         * @property {string|null} [session] HelperGrant session
         * @property {boolean|null} [matched] HelperGrant matched
         * @property {Uint8Array|null} [seed] HelperGrant seed
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a HelperGrant.
         * @memberof coscore
         * @interface IHelperGrant
         * @augments coscore.HelperGrant.$Properties
         * @deprecated Use coscore.HelperGrant.$Properties instead.
         */

        /**
         * Shape of a HelperGrant.
         * @typedef {coscore.HelperGrant.$Properties} coscore.HelperGrant.$Shape
         */

        /**
         * Constructs a new HelperGrant.
         * @memberof coscore
         * @classdesc Represents a HelperGrant.
         * @constructor
         * @param {coscore.HelperGrant.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const HelperGrant = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * HelperGrant session.
         * @member {string} session
         * @memberof coscore.HelperGrant
         * @instance
         */
        HelperGrant.prototype.session = "";

        /**
         * HelperGrant matched.
         * @member {boolean} matched
         * @memberof coscore.HelperGrant
         * @instance
         */
        HelperGrant.prototype.matched = false;

        /**
         * HelperGrant seed.
         * @member {Uint8Array} seed
         * @memberof coscore.HelperGrant
         * @instance
         */
        HelperGrant.prototype.seed = $util.newBuffer([]);

        /**
         * Creates a new HelperGrant instance using the specified properties.
         * @function create
         * @memberof coscore.HelperGrant
         * @static
         * @param {coscore.HelperGrant.$Properties=} [properties] Properties to set
         * @returns {coscore.HelperGrant} HelperGrant instance
         * @type {{
         *   (properties: coscore.HelperGrant.$Shape): coscore.HelperGrant & coscore.HelperGrant.$Shape;
         *   (properties?: coscore.HelperGrant.$Properties): coscore.HelperGrant;
         * }}
         */
        HelperGrant.create = function(properties) {
            return new HelperGrant(properties);
        };

        /**
         * Encodes the specified HelperGrant message. Does not implicitly {@link coscore.HelperGrant.verify|verify} messages.
         * @function encode
         * @memberof coscore.HelperGrant
         * @static
         * @param {coscore.HelperGrant.$Properties} message HelperGrant message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        HelperGrant.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.session != null && $Object.hasOwnProperty.call(message, "session") && message.session !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.session);
            if (message.matched != null && $Object.hasOwnProperty.call(message, "matched") && message.matched !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.matched);
            if (message.seed != null && $Object.hasOwnProperty.call(message, "seed") && message.seed.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.seed);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a HelperGrant message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.HelperGrant
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.HelperGrant & coscore.HelperGrant.$Shape} HelperGrant
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        HelperGrant.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.HelperGrant();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.session = value;
                        else
                            delete message.session;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.matched = value;
                        else
                            delete message.matched;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.seed = value;
                        else
                            delete message.seed;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for HelperGrant
         * @function getTypeUrl
         * @memberof coscore.HelperGrant
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        HelperGrant.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.HelperGrant";
        };

        return HelperGrant;
    })();

    coscore.HelperDealt = (function() {

        /**
         * Properties of a HelperDealt.
         * @typedef {Object} coscore.HelperDealt.$Properties
         * @property {number|null} [index] HelperDealt index
         * @property {Uint8Array|null} [residues] HelperDealt residues
         * @property {boolean|null} [end] HelperDealt end
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a HelperDealt.
         * @memberof coscore
         * @interface IHelperDealt
         * @augments coscore.HelperDealt.$Properties
         * @deprecated Use coscore.HelperDealt.$Properties instead.
         */

        /**
         * Shape of a HelperDealt.
         * @typedef {coscore.HelperDealt.$Properties} coscore.HelperDealt.$Shape
         */

        /**
         * Constructs a new HelperDealt.
         * @memberof coscore
         * @classdesc Represents a HelperDealt.
         * @constructor
         * @param {coscore.HelperDealt.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const HelperDealt = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * HelperDealt index.
         * @member {number} index
         * @memberof coscore.HelperDealt
         * @instance
         */
        HelperDealt.prototype.index = 0;

        /**
         * HelperDealt residues.
         * @member {Uint8Array} residues
         * @memberof coscore.HelperDealt
         * @instance
         */
        HelperDealt.prototype.residues = $util.newBuffer([]);

        /**
         * HelperDealt end.
         * @member {boolean} end
         * @memberof coscore.HelperDealt
         * @instance
         */
        HelperDealt.prototype.end = false;

        /**
         * Creates a new HelperDealt instance using the specified properties.
         * @function create
         * @memberof coscore.HelperDealt
         * @static
         * @param {coscore.HelperDealt.$Properties=} [properties] Properties to set
         * @returns {coscore.HelperDealt} HelperDealt instance
         * @type {{
         *   (properties: coscore.HelperDealt.$Shape): coscore.HelperDealt & coscore.HelperDealt.$Shape;
         *   (properties?: coscore.HelperDealt.$Properties): coscore.HelperDealt;
         * }}
         */
        HelperDealt.create = function(properties) {
            return new HelperDealt(properties);
        };

        /**
         * Encodes the specified HelperDealt message. Does not implicitly {@link coscore.HelperDealt.verify|verify} messages.
         * @function encode
         * @memberof coscore.HelperDealt
         * @static
         * @param {coscore.HelperDealt.$Properties} message HelperDealt message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        HelperDealt.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.index);
            if (message.residues != null && $Object.hasOwnProperty.call(message, "residues") && message.residues.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.residues);
            if (message.end != null && $Object.hasOwnProperty.call(message, "end") && message.end !== false)
                writer.uint32(/* id 3, wireType 0 =*/24).bool(message.end);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a HelperDealt message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.HelperDealt
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.HelperDealt & coscore.HelperDealt.$Shape} HelperDealt
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        HelperDealt.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.HelperDealt();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.residues = value;
                        else
                            delete message.residues;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.end = value;
                        else
                            delete message.end;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for HelperDealt
         * @function getTypeUrl
         * @memberof coscore.HelperDealt
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        HelperDealt.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.HelperDealt";
        };

        return HelperDealt;
    })();

    coscore.JobSplit = (function() {

        /**
         * Properties of a JobSplit.
         * @typedef {Object} coscore.JobSplit.$Properties
         * @property {number|null} [rows] JobSplit rows
         * @property {Uint8Array|null} [train] JobSplit train
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobSplit.
         * @memberof coscore
         * @interface IJobSplit
         * @augments coscore.JobSplit.$Properties
         * @deprecated Use coscore.JobSplit.$Properties instead.
         */

        /**
         * Shape of a JobSplit.
         * @typedef {coscore.JobSplit.$Properties} coscore.JobSplit.$Shape
         */

        /**
         * Constructs a new JobSplit.
         * @memberof coscore
         * @classdesc Represents a JobSplit.
         * @constructor
         * @param {coscore.JobSplit.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobSplit = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobSplit rows.
         * @member {number} rows
         * @memberof coscore.JobSplit
         * @instance
         */
        JobSplit.prototype.rows = 0;

        /**
         * JobSplit train.
         * @member {Uint8Array} train
         * @memberof coscore.JobSplit
         * @instance
         */
        JobSplit.prototype.train = $util.newBuffer([]);

        /**
         * Creates a new JobSplit instance using the specified properties.
         * @function create
         * @memberof coscore.JobSplit
         * @static
         * @param {coscore.JobSplit.$Properties=} [properties] Properties to set
         * @returns {coscore.JobSplit} JobSplit instance
         * @type {{
         *   (properties: coscore.JobSplit.$Shape): coscore.JobSplit & coscore.JobSplit.$Shape;
         *   (properties?: coscore.JobSplit.$Properties): coscore.JobSplit;
         * }}
         */
        JobSplit.create = function(properties) {
            return new JobSplit(properties);
        };

        /**
         * Encodes the specified JobSplit message. Does not implicitly {@link coscore.JobSplit.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobSplit
         * @static
         * @param {coscore.JobSplit.$Properties} message JobSplit message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobSplit.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.rows != null && $Object.hasOwnProperty.call(message, "rows") && message.rows !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.rows);
            if (message.train != null && $Object.hasOwnProperty.call(message, "train") && message.train.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.train);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobSplit message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobSplit
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobSplit & coscore.JobSplit.$Shape} JobSplit
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobSplit.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobSplit();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.rows = value;
                        else
                            delete message.rows;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.train = value;
                        else
                            delete message.train;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobSplit
         * @function getTypeUrl
         * @memberof coscore.JobSplit
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobSplit.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobSplit";
        };

        return JobSplit;
    })();

    coscore.JobOffering = (function() {

        /**
         * Properties of a JobOffering.
         * @typedef {Object} coscore.JobOffering.$Properties
         * @property {Array.<coscore.JobOfferedFeature.$Properties>|null} [features] JobOffering features
         * @property {Array.<coscore.JobDroppedFeature.$Properties>|null} [dropped] JobOffering dropped
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobOffering.
         * @memberof coscore
         * @interface IJobOffering
         * @augments coscore.JobOffering.$Properties
         * @deprecated Use coscore.JobOffering.$Properties instead.
         */

        /**
         * Shape of a JobOffering.
         * @typedef {coscore.JobOffering.$Properties} coscore.JobOffering.$Shape
         */

        /**
         * Constructs a new JobOffering.
         * @memberof coscore
         * @classdesc Represents a JobOffering.
         * @constructor
         * @param {coscore.JobOffering.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobOffering = function (properties) {
            this.features = [];
            this.dropped = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobOffering features.
         * @member {Array.<coscore.JobOfferedFeature.$Properties>} features
         * @memberof coscore.JobOffering
         * @instance
         */
        JobOffering.prototype.features = $util.emptyArray;

        /**
         * JobOffering dropped.
         * @member {Array.<coscore.JobDroppedFeature.$Properties>} dropped
         * @memberof coscore.JobOffering
         * @instance
         */
        JobOffering.prototype.dropped = $util.emptyArray;

        /**
         * Creates a new JobOffering instance using the specified properties.
         * @function create
         * @memberof coscore.JobOffering
         * @static
         * @param {coscore.JobOffering.$Properties=} [properties] Properties to set
         * @returns {coscore.JobOffering} JobOffering instance
         * @type {{
         *   (properties: coscore.JobOffering.$Shape): coscore.JobOffering & coscore.JobOffering.$Shape;
         *   (properties?: coscore.JobOffering.$Properties): coscore.JobOffering;
         * }}
         */
        JobOffering.create = function(properties) {
            return new JobOffering(properties);
        };

        /**
         * Encodes the specified JobOffering message. Does not implicitly {@link coscore.JobOffering.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobOffering
         * @static
         * @param {coscore.JobOffering.$Properties} message JobOffering message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobOffering.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.features != null && message.features.length)
                for (let i = 0; i < message.features.length; ++i)
                    $root.coscore.JobOfferedFeature.encode(message.features[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.dropped != null && message.dropped.length)
                for (let i = 0; i < message.dropped.length; ++i)
                    $root.coscore.JobDroppedFeature.encode(message.dropped[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobOffering message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobOffering
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobOffering & coscore.JobOffering.$Shape} JobOffering
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobOffering.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobOffering();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.features && message.features.length))
                            message.features = [];
                        message.features.push($root.coscore.JobOfferedFeature.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.dropped && message.dropped.length))
                            message.dropped = [];
                        message.dropped.push($root.coscore.JobDroppedFeature.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobOffering
         * @function getTypeUrl
         * @memberof coscore.JobOffering
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobOffering.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobOffering";
        };

        return JobOffering;
    })();

    coscore.JobOfferedFeature = (function() {

        /**
         * Properties of a JobOfferedFeature.
         * @typedef {Object} coscore.JobOfferedFeature.$Properties
         * @property {string|null} [name] JobOfferedFeature name
         * @property {boolean|null} [ordered] JobOfferedFeature ordered
         * @property {number|null} [bins] JobOfferedFeature bins
         * @property {number|null} [missingBinPlusOne] JobOfferedFeature missingBinPlusOne
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobOfferedFeature.
         * @memberof coscore
         * @interface IJobOfferedFeature
         * @augments coscore.JobOfferedFeature.$Properties
         * @deprecated Use coscore.JobOfferedFeature.$Properties instead.
         */

        /**
         * Shape of a JobOfferedFeature.
         * @typedef {coscore.JobOfferedFeature.$Properties} coscore.JobOfferedFeature.$Shape
         */

        /**
         * Constructs a new JobOfferedFeature.
         * @memberof coscore
         * @classdesc Represents a JobOfferedFeature.
         * @constructor
         * @param {coscore.JobOfferedFeature.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobOfferedFeature = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobOfferedFeature name.
         * @member {string} name
         * @memberof coscore.JobOfferedFeature
         * @instance
         */
        JobOfferedFeature.prototype.name = "";

        /**
         * JobOfferedFeature ordered.
         * @member {boolean} ordered
         * @memberof coscore.JobOfferedFeature
         * @instance
         */
        JobOfferedFeature.prototype.ordered = false;

        /**
         * JobOfferedFeature bins.
         * @member {number} bins
         * @memberof coscore.JobOfferedFeature
         * @instance
         */
        JobOfferedFeature.prototype.bins = 0;

        /**
         * JobOfferedFeature missingBinPlusOne.
         * @member {number} missingBinPlusOne
         * @memberof coscore.JobOfferedFeature
         * @instance
         */
        JobOfferedFeature.prototype.missingBinPlusOne = 0;

        /**
         * Creates a new JobOfferedFeature instance using the specified properties.
         * @function create
         * @memberof coscore.JobOfferedFeature
         * @static
         * @param {coscore.JobOfferedFeature.$Properties=} [properties] Properties to set
         * @returns {coscore.JobOfferedFeature} JobOfferedFeature instance
         * @type {{
         *   (properties: coscore.JobOfferedFeature.$Shape): coscore.JobOfferedFeature & coscore.JobOfferedFeature.$Shape;
         *   (properties?: coscore.JobOfferedFeature.$Properties): coscore.JobOfferedFeature;
         * }}
         */
        JobOfferedFeature.create = function(properties) {
            return new JobOfferedFeature(properties);
        };

        /**
         * Encodes the specified JobOfferedFeature message. Does not implicitly {@link coscore.JobOfferedFeature.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobOfferedFeature
         * @static
         * @param {coscore.JobOfferedFeature.$Properties} message JobOfferedFeature message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobOfferedFeature.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.ordered != null && $Object.hasOwnProperty.call(message, "ordered") && message.ordered !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.ordered);
            if (message.bins != null && $Object.hasOwnProperty.call(message, "bins") && message.bins !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.bins);
            if (message.missingBinPlusOne != null && $Object.hasOwnProperty.call(message, "missingBinPlusOne") && message.missingBinPlusOne !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.missingBinPlusOne);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobOfferedFeature message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobOfferedFeature
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobOfferedFeature & coscore.JobOfferedFeature.$Shape} JobOfferedFeature
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobOfferedFeature.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobOfferedFeature();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.ordered = value;
                        else
                            delete message.ordered;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.bins = value;
                        else
                            delete message.bins;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.missingBinPlusOne = value;
                        else
                            delete message.missingBinPlusOne;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobOfferedFeature
         * @function getTypeUrl
         * @memberof coscore.JobOfferedFeature
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobOfferedFeature.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobOfferedFeature";
        };

        return JobOfferedFeature;
    })();

    coscore.JobDroppedFeature = (function() {

        /**
         * Properties of a JobDroppedFeature.
         * @typedef {Object} coscore.JobDroppedFeature.$Properties
         * @property {string|null} [name] JobDroppedFeature name
         * @property {string|null} [reason] JobDroppedFeature reason
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobDroppedFeature.
         * @memberof coscore
         * @interface IJobDroppedFeature
         * @augments coscore.JobDroppedFeature.$Properties
         * @deprecated Use coscore.JobDroppedFeature.$Properties instead.
         */

        /**
         * Shape of a JobDroppedFeature.
         * @typedef {coscore.JobDroppedFeature.$Properties} coscore.JobDroppedFeature.$Shape
         */

        /**
         * Constructs a new JobDroppedFeature.
         * @memberof coscore
         * @classdesc Represents a JobDroppedFeature.
         * @constructor
         * @param {coscore.JobDroppedFeature.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobDroppedFeature = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobDroppedFeature name.
         * @member {string} name
         * @memberof coscore.JobDroppedFeature
         * @instance
         */
        JobDroppedFeature.prototype.name = "";

        /**
         * JobDroppedFeature reason.
         * @member {string} reason
         * @memberof coscore.JobDroppedFeature
         * @instance
         */
        JobDroppedFeature.prototype.reason = "";

        /**
         * Creates a new JobDroppedFeature instance using the specified properties.
         * @function create
         * @memberof coscore.JobDroppedFeature
         * @static
         * @param {coscore.JobDroppedFeature.$Properties=} [properties] Properties to set
         * @returns {coscore.JobDroppedFeature} JobDroppedFeature instance
         * @type {{
         *   (properties: coscore.JobDroppedFeature.$Shape): coscore.JobDroppedFeature & coscore.JobDroppedFeature.$Shape;
         *   (properties?: coscore.JobDroppedFeature.$Properties): coscore.JobDroppedFeature;
         * }}
         */
        JobDroppedFeature.create = function(properties) {
            return new JobDroppedFeature(properties);
        };

        /**
         * Encodes the specified JobDroppedFeature message. Does not implicitly {@link coscore.JobDroppedFeature.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobDroppedFeature
         * @static
         * @param {coscore.JobDroppedFeature.$Properties} message JobDroppedFeature message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobDroppedFeature.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobDroppedFeature message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobDroppedFeature
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobDroppedFeature & coscore.JobDroppedFeature.$Shape} JobDroppedFeature
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobDroppedFeature.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobDroppedFeature();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobDroppedFeature
         * @function getTypeUrl
         * @memberof coscore.JobDroppedFeature
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobDroppedFeature.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobDroppedFeature";
        };

        return JobDroppedFeature;
    })();

    coscore.JobBinDecisions = (function() {

        /**
         * Properties of a JobBinDecisions.
         * @typedef {Object} coscore.JobBinDecisions.$Properties
         * @property {Array.<coscore.JobBinDecision.$Properties>|null} [features] JobBinDecisions features
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobBinDecisions.
         * @memberof coscore
         * @interface IJobBinDecisions
         * @augments coscore.JobBinDecisions.$Properties
         * @deprecated Use coscore.JobBinDecisions.$Properties instead.
         */

        /**
         * Shape of a JobBinDecisions.
         * @typedef {coscore.JobBinDecisions.$Properties} coscore.JobBinDecisions.$Shape
         */

        /**
         * Constructs a new JobBinDecisions.
         * @memberof coscore
         * @classdesc Represents a JobBinDecisions.
         * @constructor
         * @param {coscore.JobBinDecisions.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobBinDecisions = function (properties) {
            this.features = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobBinDecisions features.
         * @member {Array.<coscore.JobBinDecision.$Properties>} features
         * @memberof coscore.JobBinDecisions
         * @instance
         */
        JobBinDecisions.prototype.features = $util.emptyArray;

        /**
         * Creates a new JobBinDecisions instance using the specified properties.
         * @function create
         * @memberof coscore.JobBinDecisions
         * @static
         * @param {coscore.JobBinDecisions.$Properties=} [properties] Properties to set
         * @returns {coscore.JobBinDecisions} JobBinDecisions instance
         * @type {{
         *   (properties: coscore.JobBinDecisions.$Shape): coscore.JobBinDecisions & coscore.JobBinDecisions.$Shape;
         *   (properties?: coscore.JobBinDecisions.$Properties): coscore.JobBinDecisions;
         * }}
         */
        JobBinDecisions.create = function(properties) {
            return new JobBinDecisions(properties);
        };

        /**
         * Encodes the specified JobBinDecisions message. Does not implicitly {@link coscore.JobBinDecisions.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobBinDecisions
         * @static
         * @param {coscore.JobBinDecisions.$Properties} message JobBinDecisions message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobBinDecisions.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.features != null && message.features.length)
                for (let i = 0; i < message.features.length; ++i)
                    $root.coscore.JobBinDecision.encode(message.features[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobBinDecisions message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobBinDecisions
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobBinDecisions & coscore.JobBinDecisions.$Shape} JobBinDecisions
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobBinDecisions.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobBinDecisions();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.features && message.features.length))
                            message.features = [];
                        message.features.push($root.coscore.JobBinDecision.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobBinDecisions
         * @function getTypeUrl
         * @memberof coscore.JobBinDecisions
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobBinDecisions.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobBinDecisions";
        };

        return JobBinDecisions;
    })();

    coscore.JobBinDecision = (function() {

        /**
         * Properties of a JobBinDecision.
         * @typedef {Object} coscore.JobBinDecision.$Properties
         * @property {string|null} [name] JobBinDecision name
         * @property {Uint8Array|null} [map] JobBinDecision map
         * @property {Uint8Array|null} [woe] JobBinDecision woe
         * @property {number|null} [iv] JobBinDecision iv
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobBinDecision.
         * @memberof coscore
         * @interface IJobBinDecision
         * @augments coscore.JobBinDecision.$Properties
         * @deprecated Use coscore.JobBinDecision.$Properties instead.
         */

        /**
         * Shape of a JobBinDecision.
         * @typedef {coscore.JobBinDecision.$Properties} coscore.JobBinDecision.$Shape
         */

        /**
         * Constructs a new JobBinDecision.
         * @memberof coscore
         * @classdesc Represents a JobBinDecision.
         * @constructor
         * @param {coscore.JobBinDecision.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobBinDecision = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobBinDecision name.
         * @member {string} name
         * @memberof coscore.JobBinDecision
         * @instance
         */
        JobBinDecision.prototype.name = "";

        /**
         * JobBinDecision map.
         * @member {Uint8Array} map
         * @memberof coscore.JobBinDecision
         * @instance
         */
        JobBinDecision.prototype.map = $util.newBuffer([]);

        /**
         * JobBinDecision woe.
         * @member {Uint8Array} woe
         * @memberof coscore.JobBinDecision
         * @instance
         */
        JobBinDecision.prototype.woe = $util.newBuffer([]);

        /**
         * JobBinDecision iv.
         * @member {number|null|undefined} iv
         * @memberof coscore.JobBinDecision
         * @instance
         */
        JobBinDecision.prototype.iv = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        // Virtual OneOf for proto3 optional field
        $Object.defineProperty(JobBinDecision.prototype, "_iv", {
            get: $util.oneOfGetter($oneOfFields = ["iv"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new JobBinDecision instance using the specified properties.
         * @function create
         * @memberof coscore.JobBinDecision
         * @static
         * @param {coscore.JobBinDecision.$Properties=} [properties] Properties to set
         * @returns {coscore.JobBinDecision} JobBinDecision instance
         * @type {{
         *   (properties: coscore.JobBinDecision.$Shape): coscore.JobBinDecision & coscore.JobBinDecision.$Shape;
         *   (properties?: coscore.JobBinDecision.$Properties): coscore.JobBinDecision;
         * }}
         */
        JobBinDecision.create = function(properties) {
            return new JobBinDecision(properties);
        };

        /**
         * Encodes the specified JobBinDecision message. Does not implicitly {@link coscore.JobBinDecision.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobBinDecision
         * @static
         * @param {coscore.JobBinDecision.$Properties} message JobBinDecision message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobBinDecision.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.map != null && $Object.hasOwnProperty.call(message, "map") && message.map.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.map);
            if (message.woe != null && $Object.hasOwnProperty.call(message, "woe") && message.woe.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.woe);
            if (message.iv != null && $Object.hasOwnProperty.call(message, "iv"))
                writer.uint32(/* id 4, wireType 1 =*/33).double(message.iv);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobBinDecision message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobBinDecision
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobBinDecision & coscore.JobBinDecision.$Shape} JobBinDecision
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobBinDecision.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobBinDecision();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.map = value;
                        else
                            delete message.map;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.woe = value;
                        else
                            delete message.woe;
                        continue;
                    }
                case 4: {
                        if (wireType !== 1)
                            break;
                        message.iv = reader.double();
                        message._iv = "iv";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobBinDecision
         * @function getTypeUrl
         * @memberof coscore.JobBinDecision
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobBinDecision.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobBinDecision";
        };

        return JobBinDecision;
    })();

    coscore.JobSelection = (function() {

        /**
         * Properties of a JobSelection.
         * @typedef {Object} coscore.JobSelection.$Properties
         * @property {Array.<string>|null} [names] JobSelection names
         * @property {Array.<coscore.JobPartyColumns.$Properties>|null} [parties] JobSelection parties
         * @property {number|null} [logitBound] JobSelection logitBound
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobSelection.
         * @memberof coscore
         * @interface IJobSelection
         * @augments coscore.JobSelection.$Properties
         * @deprecated Use coscore.JobSelection.$Properties instead.
         */

        /**
         * Shape of a JobSelection.
         * @typedef {coscore.JobSelection.$Properties} coscore.JobSelection.$Shape
         */

        /**
         * Constructs a new JobSelection.
         * @memberof coscore
         * @classdesc Represents a JobSelection.
         * @constructor
         * @param {coscore.JobSelection.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobSelection = function (properties) {
            this.names = [];
            this.parties = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobSelection names.
         * @member {Array.<string>} names
         * @memberof coscore.JobSelection
         * @instance
         */
        JobSelection.prototype.names = $util.emptyArray;

        /**
         * JobSelection parties.
         * @member {Array.<coscore.JobPartyColumns.$Properties>} parties
         * @memberof coscore.JobSelection
         * @instance
         */
        JobSelection.prototype.parties = $util.emptyArray;

        /**
         * JobSelection logitBound.
         * @member {number} logitBound
         * @memberof coscore.JobSelection
         * @instance
         */
        JobSelection.prototype.logitBound = 0;

        /**
         * Creates a new JobSelection instance using the specified properties.
         * @function create
         * @memberof coscore.JobSelection
         * @static
         * @param {coscore.JobSelection.$Properties=} [properties] Properties to set
         * @returns {coscore.JobSelection} JobSelection instance
         * @type {{
         *   (properties: coscore.JobSelection.$Shape): coscore.JobSelection & coscore.JobSelection.$Shape;
         *   (properties?: coscore.JobSelection.$Properties): coscore.JobSelection;
         * }}
         */
        JobSelection.create = function(properties) {
            return new JobSelection(properties);
        };

        /**
         * Encodes the specified JobSelection message. Does not implicitly {@link coscore.JobSelection.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobSelection
         * @static
         * @param {coscore.JobSelection.$Properties} message JobSelection message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobSelection.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.names != null && message.names.length)
                for (let i = 0; i < message.names.length; ++i)
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.names[i]);
            if (message.parties != null && message.parties.length)
                for (let i = 0; i < message.parties.length; ++i)
                    $root.coscore.JobPartyColumns.encode(message.parties[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.logitBound != null && $Object.hasOwnProperty.call(message, "logitBound") && !$Object.is(message.logitBound, 0))
                writer.uint32(/* id 3, wireType 1 =*/25).double(message.logitBound);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobSelection message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobSelection
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobSelection & coscore.JobSelection.$Shape} JobSelection
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobSelection.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobSelection();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.names && message.names.length))
                            message.names = [];
                        message.names.push(reader.stringVerify());
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.parties && message.parties.length))
                            message.parties = [];
                        message.parties.push($root.coscore.JobPartyColumns.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.logitBound = value;
                        else
                            delete message.logitBound;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobSelection
         * @function getTypeUrl
         * @memberof coscore.JobSelection
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobSelection.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobSelection";
        };

        return JobSelection;
    })();

    coscore.JobPartyColumns = (function() {

        /**
         * Properties of a JobPartyColumns.
         * @typedef {Object} coscore.JobPartyColumns.$Properties
         * @property {string|null} [party] JobPartyColumns party
         * @property {number|null} [columns] JobPartyColumns columns
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobPartyColumns.
         * @memberof coscore
         * @interface IJobPartyColumns
         * @augments coscore.JobPartyColumns.$Properties
         * @deprecated Use coscore.JobPartyColumns.$Properties instead.
         */

        /**
         * Shape of a JobPartyColumns.
         * @typedef {coscore.JobPartyColumns.$Properties} coscore.JobPartyColumns.$Shape
         */

        /**
         * Constructs a new JobPartyColumns.
         * @memberof coscore
         * @classdesc Represents a JobPartyColumns.
         * @constructor
         * @param {coscore.JobPartyColumns.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobPartyColumns = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobPartyColumns party.
         * @member {string} party
         * @memberof coscore.JobPartyColumns
         * @instance
         */
        JobPartyColumns.prototype.party = "";

        /**
         * JobPartyColumns columns.
         * @member {number} columns
         * @memberof coscore.JobPartyColumns
         * @instance
         */
        JobPartyColumns.prototype.columns = 0;

        /**
         * Creates a new JobPartyColumns instance using the specified properties.
         * @function create
         * @memberof coscore.JobPartyColumns
         * @static
         * @param {coscore.JobPartyColumns.$Properties=} [properties] Properties to set
         * @returns {coscore.JobPartyColumns} JobPartyColumns instance
         * @type {{
         *   (properties: coscore.JobPartyColumns.$Shape): coscore.JobPartyColumns & coscore.JobPartyColumns.$Shape;
         *   (properties?: coscore.JobPartyColumns.$Properties): coscore.JobPartyColumns;
         * }}
         */
        JobPartyColumns.create = function(properties) {
            return new JobPartyColumns(properties);
        };

        /**
         * Encodes the specified JobPartyColumns message. Does not implicitly {@link coscore.JobPartyColumns.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobPartyColumns
         * @static
         * @param {coscore.JobPartyColumns.$Properties} message JobPartyColumns message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobPartyColumns.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.party != null && $Object.hasOwnProperty.call(message, "party") && message.party !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.party);
            if (message.columns != null && $Object.hasOwnProperty.call(message, "columns") && message.columns !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.columns);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobPartyColumns message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobPartyColumns
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobPartyColumns & coscore.JobPartyColumns.$Shape} JobPartyColumns
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobPartyColumns.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobPartyColumns();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.party = value;
                        else
                            delete message.party;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.columns = value;
                        else
                            delete message.columns;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobPartyColumns
         * @function getTypeUrl
         * @memberof coscore.JobPartyColumns
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobPartyColumns.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobPartyColumns";
        };

        return JobPartyColumns;
    })();

    coscore.JobCorrelation = (function() {

        /**
         * Properties of a JobCorrelation.
         * @typedef {Object} coscore.JobCorrelation.$Properties
         * @property {Uint8Array|null} [values] JobCorrelation values
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobCorrelation.
         * @memberof coscore
         * @interface IJobCorrelation
         * @augments coscore.JobCorrelation.$Properties
         * @deprecated Use coscore.JobCorrelation.$Properties instead.
         */

        /**
         * Shape of a JobCorrelation.
         * @typedef {coscore.JobCorrelation.$Properties} coscore.JobCorrelation.$Shape
         */

        /**
         * Constructs a new JobCorrelation.
         * @memberof coscore
         * @classdesc Represents a JobCorrelation.
         * @constructor
         * @param {coscore.JobCorrelation.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobCorrelation = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobCorrelation values.
         * @member {Uint8Array} values
         * @memberof coscore.JobCorrelation
         * @instance
         */
        JobCorrelation.prototype.values = $util.newBuffer([]);

        /**
         * Creates a new JobCorrelation instance using the specified properties.
         * @function create
         * @memberof coscore.JobCorrelation
         * @static
         * @param {coscore.JobCorrelation.$Properties=} [properties] Properties to set
         * @returns {coscore.JobCorrelation} JobCorrelation instance
         * @type {{
         *   (properties: coscore.JobCorrelation.$Shape): coscore.JobCorrelation & coscore.JobCorrelation.$Shape;
         *   (properties?: coscore.JobCorrelation.$Properties): coscore.JobCorrelation;
         * }}
         */
        JobCorrelation.create = function(properties) {
            return new JobCorrelation(properties);
        };

        /**
         * Encodes the specified JobCorrelation message. Does not implicitly {@link coscore.JobCorrelation.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobCorrelation
         * @static
         * @param {coscore.JobCorrelation.$Properties} message JobCorrelation message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobCorrelation.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.values != null && $Object.hasOwnProperty.call(message, "values") && message.values.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.values);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobCorrelation message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobCorrelation
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobCorrelation & coscore.JobCorrelation.$Shape} JobCorrelation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobCorrelation.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobCorrelation();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.values = value;
                        else
                            delete message.values;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobCorrelation
         * @function getTypeUrl
         * @memberof coscore.JobCorrelation
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobCorrelation.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobCorrelation";
        };

        return JobCorrelation;
    })();

    coscore.JobLogitShare = (function() {

        /**
         * Properties of a JobLogitShare.
         * @typedef {Object} coscore.JobLogitShare.$Properties
         * @property {number|null} [iteration] JobLogitShare iteration
         * @property {Uint8Array|null} [values] JobLogitShare values
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobLogitShare.
         * @memberof coscore
         * @interface IJobLogitShare
         * @augments coscore.JobLogitShare.$Properties
         * @deprecated Use coscore.JobLogitShare.$Properties instead.
         */

        /**
         * Shape of a JobLogitShare.
         * @typedef {coscore.JobLogitShare.$Properties} coscore.JobLogitShare.$Shape
         */

        /**
         * Constructs a new JobLogitShare.
         * @memberof coscore
         * @classdesc Represents a JobLogitShare.
         * @constructor
         * @param {coscore.JobLogitShare.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobLogitShare = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobLogitShare iteration.
         * @member {number} iteration
         * @memberof coscore.JobLogitShare
         * @instance
         */
        JobLogitShare.prototype.iteration = 0;

        /**
         * JobLogitShare values.
         * @member {Uint8Array} values
         * @memberof coscore.JobLogitShare
         * @instance
         */
        JobLogitShare.prototype.values = $util.newBuffer([]);

        /**
         * Creates a new JobLogitShare instance using the specified properties.
         * @function create
         * @memberof coscore.JobLogitShare
         * @static
         * @param {coscore.JobLogitShare.$Properties=} [properties] Properties to set
         * @returns {coscore.JobLogitShare} JobLogitShare instance
         * @type {{
         *   (properties: coscore.JobLogitShare.$Shape): coscore.JobLogitShare & coscore.JobLogitShare.$Shape;
         *   (properties?: coscore.JobLogitShare.$Properties): coscore.JobLogitShare;
         * }}
         */
        JobLogitShare.create = function(properties) {
            return new JobLogitShare(properties);
        };

        /**
         * Encodes the specified JobLogitShare message. Does not implicitly {@link coscore.JobLogitShare.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobLogitShare
         * @static
         * @param {coscore.JobLogitShare.$Properties} message JobLogitShare message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobLogitShare.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.iteration != null && $Object.hasOwnProperty.call(message, "iteration") && message.iteration !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.iteration);
            if (message.values != null && $Object.hasOwnProperty.call(message, "values") && message.values.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.values);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobLogitShare message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobLogitShare
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobLogitShare & coscore.JobLogitShare.$Shape} JobLogitShare
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobLogitShare.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobLogitShare();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.iteration = value;
                        else
                            delete message.iteration;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.values = value;
                        else
                            delete message.values;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobLogitShare
         * @function getTypeUrl
         * @memberof coscore.JobLogitShare
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobLogitShare.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobLogitShare";
        };

        return JobLogitShare;
    })();

    coscore.JobSeed = (function() {

        /**
         * Properties of a JobSeed.
         * @typedef {Object} coscore.JobSeed.$Properties
         * @property {Uint8Array|null} [seed] JobSeed seed
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobSeed.
         * @memberof coscore
         * @interface IJobSeed
         * @augments coscore.JobSeed.$Properties
         * @deprecated Use coscore.JobSeed.$Properties instead.
         */

        /**
         * Shape of a JobSeed.
         * @typedef {coscore.JobSeed.$Properties} coscore.JobSeed.$Shape
         */

        /**
         * Constructs a new JobSeed.
         * @memberof coscore
         * @classdesc Represents a JobSeed.
         * @constructor
         * @param {coscore.JobSeed.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobSeed = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobSeed seed.
         * @member {Uint8Array} seed
         * @memberof coscore.JobSeed
         * @instance
         */
        JobSeed.prototype.seed = $util.newBuffer([]);

        /**
         * Creates a new JobSeed instance using the specified properties.
         * @function create
         * @memberof coscore.JobSeed
         * @static
         * @param {coscore.JobSeed.$Properties=} [properties] Properties to set
         * @returns {coscore.JobSeed} JobSeed instance
         * @type {{
         *   (properties: coscore.JobSeed.$Shape): coscore.JobSeed & coscore.JobSeed.$Shape;
         *   (properties?: coscore.JobSeed.$Properties): coscore.JobSeed;
         * }}
         */
        JobSeed.create = function(properties) {
            return new JobSeed(properties);
        };

        /**
         * Encodes the specified JobSeed message. Does not implicitly {@link coscore.JobSeed.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobSeed
         * @static
         * @param {coscore.JobSeed.$Properties} message JobSeed message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobSeed.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.seed != null && $Object.hasOwnProperty.call(message, "seed") && message.seed.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.seed);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobSeed message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobSeed
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobSeed & coscore.JobSeed.$Shape} JobSeed
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobSeed.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobSeed();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.seed = value;
                        else
                            delete message.seed;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobSeed
         * @function getTypeUrl
         * @memberof coscore.JobSeed
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobSeed.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobSeed";
        };

        return JobSeed;
    })();

    coscore.JobShares = (function() {

        /**
         * Properties of a JobShares.
         * @typedef {Object} coscore.JobShares.$Properties
         * @property {Uint8Array|null} [values] JobShares values
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobShares.
         * @memberof coscore
         * @interface IJobShares
         * @augments coscore.JobShares.$Properties
         * @deprecated Use coscore.JobShares.$Properties instead.
         */

        /**
         * Shape of a JobShares.
         * @typedef {coscore.JobShares.$Properties} coscore.JobShares.$Shape
         */

        /**
         * Constructs a new JobShares.
         * @memberof coscore
         * @classdesc Represents a JobShares.
         * @constructor
         * @param {coscore.JobShares.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobShares = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobShares values.
         * @member {Uint8Array} values
         * @memberof coscore.JobShares
         * @instance
         */
        JobShares.prototype.values = $util.newBuffer([]);

        /**
         * Creates a new JobShares instance using the specified properties.
         * @function create
         * @memberof coscore.JobShares
         * @static
         * @param {coscore.JobShares.$Properties=} [properties] Properties to set
         * @returns {coscore.JobShares} JobShares instance
         * @type {{
         *   (properties: coscore.JobShares.$Shape): coscore.JobShares & coscore.JobShares.$Shape;
         *   (properties?: coscore.JobShares.$Properties): coscore.JobShares;
         * }}
         */
        JobShares.create = function(properties) {
            return new JobShares(properties);
        };

        /**
         * Encodes the specified JobShares message. Does not implicitly {@link coscore.JobShares.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobShares
         * @static
         * @param {coscore.JobShares.$Properties} message JobShares message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobShares.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.values != null && $Object.hasOwnProperty.call(message, "values") && message.values.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.values);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobShares message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobShares
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobShares & coscore.JobShares.$Shape} JobShares
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobShares.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobShares();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.values = value;
                        else
                            delete message.values;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobShares
         * @function getTypeUrl
         * @memberof coscore.JobShares
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobShares.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobShares";
        };

        return JobShares;
    })();

    coscore.JobContribution = (function() {

        /**
         * Properties of a JobContribution.
         * @typedef {Object} coscore.JobContribution.$Properties
         * @property {Uint8Array|null} [values] JobContribution values
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobContribution.
         * @memberof coscore
         * @interface IJobContribution
         * @augments coscore.JobContribution.$Properties
         * @deprecated Use coscore.JobContribution.$Properties instead.
         */

        /**
         * Shape of a JobContribution.
         * @typedef {coscore.JobContribution.$Properties} coscore.JobContribution.$Shape
         */

        /**
         * Constructs a new JobContribution.
         * @memberof coscore
         * @classdesc Represents a JobContribution.
         * @constructor
         * @param {coscore.JobContribution.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobContribution = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobContribution values.
         * @member {Uint8Array} values
         * @memberof coscore.JobContribution
         * @instance
         */
        JobContribution.prototype.values = $util.newBuffer([]);

        /**
         * Creates a new JobContribution instance using the specified properties.
         * @function create
         * @memberof coscore.JobContribution
         * @static
         * @param {coscore.JobContribution.$Properties=} [properties] Properties to set
         * @returns {coscore.JobContribution} JobContribution instance
         * @type {{
         *   (properties: coscore.JobContribution.$Shape): coscore.JobContribution & coscore.JobContribution.$Shape;
         *   (properties?: coscore.JobContribution.$Properties): coscore.JobContribution;
         * }}
         */
        JobContribution.create = function(properties) {
            return new JobContribution(properties);
        };

        /**
         * Encodes the specified JobContribution message. Does not implicitly {@link coscore.JobContribution.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobContribution
         * @static
         * @param {coscore.JobContribution.$Properties} message JobContribution message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobContribution.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.values != null && $Object.hasOwnProperty.call(message, "values") && message.values.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.values);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobContribution message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobContribution
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobContribution & coscore.JobContribution.$Shape} JobContribution
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobContribution.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobContribution();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.values = value;
                        else
                            delete message.values;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobContribution
         * @function getTypeUrl
         * @memberof coscore.JobContribution
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobContribution.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobContribution";
        };

        return JobContribution;
    })();

    coscore.JobScaling = (function() {

        /**
         * Properties of a JobScaling.
         * @typedef {Object} coscore.JobScaling.$Properties
         * @property {number|null} [slope] JobScaling slope
         * @property {number|null} [intercept] JobScaling intercept
         * @property {number|null} [features] JobScaling features
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobScaling.
         * @memberof coscore
         * @interface IJobScaling
         * @augments coscore.JobScaling.$Properties
         * @deprecated Use coscore.JobScaling.$Properties instead.
         */

        /**
         * Shape of a JobScaling.
         * @typedef {coscore.JobScaling.$Properties} coscore.JobScaling.$Shape
         */

        /**
         * Constructs a new JobScaling.
         * @memberof coscore
         * @classdesc Represents a JobScaling.
         * @constructor
         * @param {coscore.JobScaling.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobScaling = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobScaling slope.
         * @member {number} slope
         * @memberof coscore.JobScaling
         * @instance
         */
        JobScaling.prototype.slope = 0;

        /**
         * JobScaling intercept.
         * @member {number} intercept
         * @memberof coscore.JobScaling
         * @instance
         */
        JobScaling.prototype.intercept = 0;

        /**
         * JobScaling features.
         * @member {number} features
         * @memberof coscore.JobScaling
         * @instance
         */
        JobScaling.prototype.features = 0;

        /**
         * Creates a new JobScaling instance using the specified properties.
         * @function create
         * @memberof coscore.JobScaling
         * @static
         * @param {coscore.JobScaling.$Properties=} [properties] Properties to set
         * @returns {coscore.JobScaling} JobScaling instance
         * @type {{
         *   (properties: coscore.JobScaling.$Shape): coscore.JobScaling & coscore.JobScaling.$Shape;
         *   (properties?: coscore.JobScaling.$Properties): coscore.JobScaling;
         * }}
         */
        JobScaling.create = function(properties) {
            return new JobScaling(properties);
        };

        /**
         * Encodes the specified JobScaling message. Does not implicitly {@link coscore.JobScaling.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobScaling
         * @static
         * @param {coscore.JobScaling.$Properties} message JobScaling message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobScaling.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.slope != null && $Object.hasOwnProperty.call(message, "slope") && !$Object.is(message.slope, 0))
                writer.uint32(/* id 1, wireType 1 =*/9).double(message.slope);
            if (message.intercept != null && $Object.hasOwnProperty.call(message, "intercept") && !$Object.is(message.intercept, 0))
                writer.uint32(/* id 2, wireType 1 =*/17).double(message.intercept);
            if (message.features != null && $Object.hasOwnProperty.call(message, "features") && message.features !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.features);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobScaling message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobScaling
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobScaling & coscore.JobScaling.$Shape} JobScaling
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobScaling.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobScaling();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.slope = value;
                        else
                            delete message.slope;
                        continue;
                    }
                case 2: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.intercept = value;
                        else
                            delete message.intercept;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.features = value;
                        else
                            delete message.features;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobScaling
         * @function getTypeUrl
         * @memberof coscore.JobScaling
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobScaling.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobScaling";
        };

        return JobScaling;
    })();

    coscore.JobShard = (function() {

        /**
         * Properties of a JobShard.
         * @typedef {Object} coscore.JobShard.$Properties
         * @property {Uint8Array|null} [digest] JobShard digest
         * @property {Array.<coscore.JobFeaturePoints.$Properties>|null} [features] JobShard features
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobShard.
         * @memberof coscore
         * @interface IJobShard
         * @augments coscore.JobShard.$Properties
         * @deprecated Use coscore.JobShard.$Properties instead.
         */

        /**
         * Shape of a JobShard.
         * @typedef {coscore.JobShard.$Properties} coscore.JobShard.$Shape
         */

        /**
         * Constructs a new JobShard.
         * @memberof coscore
         * @classdesc Represents a JobShard.
         * @constructor
         * @param {coscore.JobShard.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobShard = function (properties) {
            this.features = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobShard digest.
         * @member {Uint8Array} digest
         * @memberof coscore.JobShard
         * @instance
         */
        JobShard.prototype.digest = $util.newBuffer([]);

        /**
         * JobShard features.
         * @member {Array.<coscore.JobFeaturePoints.$Properties>} features
         * @memberof coscore.JobShard
         * @instance
         */
        JobShard.prototype.features = $util.emptyArray;

        /**
         * Creates a new JobShard instance using the specified properties.
         * @function create
         * @memberof coscore.JobShard
         * @static
         * @param {coscore.JobShard.$Properties=} [properties] Properties to set
         * @returns {coscore.JobShard} JobShard instance
         * @type {{
         *   (properties: coscore.JobShard.$Shape): coscore.JobShard & coscore.JobShard.$Shape;
         *   (properties?: coscore.JobShard.$Properties): coscore.JobShard;
         * }}
         */
        JobShard.create = function(properties) {
            return new JobShard(properties);
        };

        /**
         * Encodes the specified JobShard message. Does not implicitly {@link coscore.JobShard.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobShard
         * @static
         * @param {coscore.JobShard.$Properties} message JobShard message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobShard.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.digest);
            if (message.features != null && message.features.length)
                for (let i = 0; i < message.features.length; ++i)
                    $root.coscore.JobFeaturePoints.encode(message.features[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobShard message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobShard
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobShard & coscore.JobShard.$Shape} JobShard
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobShard.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobShard();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.digest = value;
                        else
                            delete message.digest;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.features && message.features.length))
                            message.features = [];
                        message.features.push($root.coscore.JobFeaturePoints.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobShard
         * @function getTypeUrl
         * @memberof coscore.JobShard
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobShard.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobShard";
        };

        return JobShard;
    })();

    coscore.JobFeaturePoints = (function() {

        /**
         * Properties of a JobFeaturePoints.
         * @typedef {Object} coscore.JobFeaturePoints.$Properties
         * @property {string|null} [name] JobFeaturePoints name
         * @property {number|null} [coefficient] JobFeaturePoints coefficient
         * @property {Uint8Array|null} [points] JobFeaturePoints points
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobFeaturePoints.
         * @memberof coscore
         * @interface IJobFeaturePoints
         * @augments coscore.JobFeaturePoints.$Properties
         * @deprecated Use coscore.JobFeaturePoints.$Properties instead.
         */

        /**
         * Shape of a JobFeaturePoints.
         * @typedef {coscore.JobFeaturePoints.$Properties} coscore.JobFeaturePoints.$Shape
         */

        /**
         * Constructs a new JobFeaturePoints.
         * @memberof coscore
         * @classdesc Represents a JobFeaturePoints.
         * @constructor
         * @param {coscore.JobFeaturePoints.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobFeaturePoints = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobFeaturePoints name.
         * @member {string} name
         * @memberof coscore.JobFeaturePoints
         * @instance
         */
        JobFeaturePoints.prototype.name = "";

        /**
         * JobFeaturePoints coefficient.
         * @member {number} coefficient
         * @memberof coscore.JobFeaturePoints
         * @instance
         */
        JobFeaturePoints.prototype.coefficient = 0;

        /**
         * JobFeaturePoints points.
         * @member {Uint8Array} points
         * @memberof coscore.JobFeaturePoints
         * @instance
         */
        JobFeaturePoints.prototype.points = $util.newBuffer([]);

        /**
         * Creates a new JobFeaturePoints instance using the specified properties.
         * @function create
         * @memberof coscore.JobFeaturePoints
         * @static
         * @param {coscore.JobFeaturePoints.$Properties=} [properties] Properties to set
         * @returns {coscore.JobFeaturePoints} JobFeaturePoints instance
         * @type {{
         *   (properties: coscore.JobFeaturePoints.$Shape): coscore.JobFeaturePoints & coscore.JobFeaturePoints.$Shape;
         *   (properties?: coscore.JobFeaturePoints.$Properties): coscore.JobFeaturePoints;
         * }}
         */
        JobFeaturePoints.create = function(properties) {
            return new JobFeaturePoints(properties);
        };

        /**
         * Encodes the specified JobFeaturePoints message. Does not implicitly {@link coscore.JobFeaturePoints.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobFeaturePoints
         * @static
         * @param {coscore.JobFeaturePoints.$Properties} message JobFeaturePoints message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobFeaturePoints.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
            if (message.coefficient != null && $Object.hasOwnProperty.call(message, "coefficient") && !$Object.is(message.coefficient, 0))
                writer.uint32(/* id 2, wireType 1 =*/17).double(message.coefficient);
            if (message.points != null && $Object.hasOwnProperty.call(message, "points") && message.points.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.points);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobFeaturePoints message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobFeaturePoints
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobFeaturePoints & coscore.JobFeaturePoints.$Shape} JobFeaturePoints
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobFeaturePoints.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobFeaturePoints();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 2: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.coefficient = value;
                        else
                            delete message.coefficient;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.points = value;
                        else
                            delete message.points;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobFeaturePoints
         * @function getTypeUrl
         * @memberof coscore.JobFeaturePoints
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobFeaturePoints.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobFeaturePoints";
        };

        return JobFeaturePoints;
    })();

    coscore.JobAuditHead = (function() {

        /**
         * Properties of a JobAuditHead.
         * @typedef {Object} coscore.JobAuditHead.$Properties
         * @property {number|null} [seq] JobAuditHead seq
         * @property {Uint8Array|null} [hash] JobAuditHead hash
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobAuditHead.
         * @memberof coscore
         * @interface IJobAuditHead
         * @augments coscore.JobAuditHead.$Properties
         * @deprecated Use coscore.JobAuditHead.$Properties instead.
         */

        /**
         * Shape of a JobAuditHead.
         * @typedef {coscore.JobAuditHead.$Properties} coscore.JobAuditHead.$Shape
         */

        /**
         * Constructs a new JobAuditHead.
         * @memberof coscore
         * @classdesc Represents a JobAuditHead.
         * @constructor
         * @param {coscore.JobAuditHead.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobAuditHead = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobAuditHead seq.
         * @member {number} seq
         * @memberof coscore.JobAuditHead
         * @instance
         */
        JobAuditHead.prototype.seq = 0;

        /**
         * JobAuditHead hash.
         * @member {Uint8Array} hash
         * @memberof coscore.JobAuditHead
         * @instance
         */
        JobAuditHead.prototype.hash = $util.newBuffer([]);

        /**
         * Creates a new JobAuditHead instance using the specified properties.
         * @function create
         * @memberof coscore.JobAuditHead
         * @static
         * @param {coscore.JobAuditHead.$Properties=} [properties] Properties to set
         * @returns {coscore.JobAuditHead} JobAuditHead instance
         * @type {{
         *   (properties: coscore.JobAuditHead.$Shape): coscore.JobAuditHead & coscore.JobAuditHead.$Shape;
         *   (properties?: coscore.JobAuditHead.$Properties): coscore.JobAuditHead;
         * }}
         */
        JobAuditHead.create = function(properties) {
            return new JobAuditHead(properties);
        };

        /**
         * Encodes the specified JobAuditHead message. Does not implicitly {@link coscore.JobAuditHead.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobAuditHead
         * @static
         * @param {coscore.JobAuditHead.$Properties} message JobAuditHead message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobAuditHead.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.seq != null && $Object.hasOwnProperty.call(message, "seq") && message.seq !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.seq);
            if (message.hash != null && $Object.hasOwnProperty.call(message, "hash") && message.hash.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.hash);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobAuditHead message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobAuditHead
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobAuditHead & coscore.JobAuditHead.$Shape} JobAuditHead
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobAuditHead.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobAuditHead();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.seq = value;
                        else
                            delete message.seq;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.hash = value;
                        else
                            delete message.hash;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobAuditHead
         * @function getTypeUrl
         * @memberof coscore.JobAuditHead
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobAuditHead.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobAuditHead";
        };

        return JobAuditHead;
    })();

    coscore.JobCounterSignature = (function() {

        /**
         * Properties of a JobCounterSignature.
         * @typedef {Object} coscore.JobCounterSignature.$Properties
         * @property {Uint8Array|null} [signature] JobCounterSignature signature
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobCounterSignature.
         * @memberof coscore
         * @interface IJobCounterSignature
         * @augments coscore.JobCounterSignature.$Properties
         * @deprecated Use coscore.JobCounterSignature.$Properties instead.
         */

        /**
         * Shape of a JobCounterSignature.
         * @typedef {coscore.JobCounterSignature.$Properties} coscore.JobCounterSignature.$Shape
         */

        /**
         * Constructs a new JobCounterSignature.
         * @memberof coscore
         * @classdesc Represents a JobCounterSignature.
         * @constructor
         * @param {coscore.JobCounterSignature.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobCounterSignature = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobCounterSignature signature.
         * @member {Uint8Array} signature
         * @memberof coscore.JobCounterSignature
         * @instance
         */
        JobCounterSignature.prototype.signature = $util.newBuffer([]);

        /**
         * Creates a new JobCounterSignature instance using the specified properties.
         * @function create
         * @memberof coscore.JobCounterSignature
         * @static
         * @param {coscore.JobCounterSignature.$Properties=} [properties] Properties to set
         * @returns {coscore.JobCounterSignature} JobCounterSignature instance
         * @type {{
         *   (properties: coscore.JobCounterSignature.$Shape): coscore.JobCounterSignature & coscore.JobCounterSignature.$Shape;
         *   (properties?: coscore.JobCounterSignature.$Properties): coscore.JobCounterSignature;
         * }}
         */
        JobCounterSignature.create = function(properties) {
            return new JobCounterSignature(properties);
        };

        /**
         * Encodes the specified JobCounterSignature message. Does not implicitly {@link coscore.JobCounterSignature.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobCounterSignature
         * @static
         * @param {coscore.JobCounterSignature.$Properties} message JobCounterSignature message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobCounterSignature.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.signature);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobCounterSignature message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobCounterSignature
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobCounterSignature & coscore.JobCounterSignature.$Shape} JobCounterSignature
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobCounterSignature.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobCounterSignature();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.signature = value;
                        else
                            delete message.signature;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobCounterSignature
         * @function getTypeUrl
         * @memberof coscore.JobCounterSignature
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobCounterSignature.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobCounterSignature";
        };

        return JobCounterSignature;
    })();

    coscore.JobTraffic = (function() {

        /**
         * Properties of a JobTraffic.
         * @typedef {Object} coscore.JobTraffic.$Properties
         * @property {string|null} [profile] JobTraffic profile
         * @property {Array.<coscore.JobStageTraffic.$Properties>|null} [stages] JobTraffic stages
         * @property {Array.<coscore.JobLinkTraffic.$Properties>|null} [links] JobTraffic links
         * @property {number|null} [clippedRows] JobTraffic clippedRows
         * @property {number|null} [rows] JobTraffic rows
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobTraffic.
         * @memberof coscore
         * @interface IJobTraffic
         * @augments coscore.JobTraffic.$Properties
         * @deprecated Use coscore.JobTraffic.$Properties instead.
         */

        /**
         * Shape of a JobTraffic.
         * @typedef {coscore.JobTraffic.$Properties} coscore.JobTraffic.$Shape
         */

        /**
         * Constructs a new JobTraffic.
         * @memberof coscore
         * @classdesc Represents a JobTraffic.
         * @constructor
         * @param {coscore.JobTraffic.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobTraffic = function (properties) {
            this.stages = [];
            this.links = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobTraffic profile.
         * @member {string} profile
         * @memberof coscore.JobTraffic
         * @instance
         */
        JobTraffic.prototype.profile = "";

        /**
         * JobTraffic stages.
         * @member {Array.<coscore.JobStageTraffic.$Properties>} stages
         * @memberof coscore.JobTraffic
         * @instance
         */
        JobTraffic.prototype.stages = $util.emptyArray;

        /**
         * JobTraffic links.
         * @member {Array.<coscore.JobLinkTraffic.$Properties>} links
         * @memberof coscore.JobTraffic
         * @instance
         */
        JobTraffic.prototype.links = $util.emptyArray;

        /**
         * JobTraffic clippedRows.
         * @member {number} clippedRows
         * @memberof coscore.JobTraffic
         * @instance
         */
        JobTraffic.prototype.clippedRows = 0;

        /**
         * JobTraffic rows.
         * @member {number} rows
         * @memberof coscore.JobTraffic
         * @instance
         */
        JobTraffic.prototype.rows = 0;

        /**
         * Creates a new JobTraffic instance using the specified properties.
         * @function create
         * @memberof coscore.JobTraffic
         * @static
         * @param {coscore.JobTraffic.$Properties=} [properties] Properties to set
         * @returns {coscore.JobTraffic} JobTraffic instance
         * @type {{
         *   (properties: coscore.JobTraffic.$Shape): coscore.JobTraffic & coscore.JobTraffic.$Shape;
         *   (properties?: coscore.JobTraffic.$Properties): coscore.JobTraffic;
         * }}
         */
        JobTraffic.create = function(properties) {
            return new JobTraffic(properties);
        };

        /**
         * Encodes the specified JobTraffic message. Does not implicitly {@link coscore.JobTraffic.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobTraffic
         * @static
         * @param {coscore.JobTraffic.$Properties} message JobTraffic message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobTraffic.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.profile != null && $Object.hasOwnProperty.call(message, "profile") && message.profile !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.profile);
            if (message.stages != null && message.stages.length)
                for (let i = 0; i < message.stages.length; ++i)
                    $root.coscore.JobStageTraffic.encode(message.stages[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.links != null && message.links.length)
                for (let i = 0; i < message.links.length; ++i)
                    $root.coscore.JobLinkTraffic.encode(message.links[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.clippedRows != null && $Object.hasOwnProperty.call(message, "clippedRows") && message.clippedRows !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.clippedRows);
            if (message.rows != null && $Object.hasOwnProperty.call(message, "rows") && message.rows !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.rows);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobTraffic message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobTraffic
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobTraffic & coscore.JobTraffic.$Shape} JobTraffic
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobTraffic.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobTraffic();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.profile = value;
                        else
                            delete message.profile;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.stages && message.stages.length))
                            message.stages = [];
                        message.stages.push($root.coscore.JobStageTraffic.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.links && message.links.length))
                            message.links = [];
                        message.links.push($root.coscore.JobLinkTraffic.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.clippedRows = value;
                        else
                            delete message.clippedRows;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.rows = value;
                        else
                            delete message.rows;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobTraffic
         * @function getTypeUrl
         * @memberof coscore.JobTraffic
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobTraffic.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobTraffic";
        };

        return JobTraffic;
    })();

    coscore.JobStageTraffic = (function() {

        /**
         * Properties of a JobStageTraffic.
         * @typedef {Object} coscore.JobStageTraffic.$Properties
         * @property {string|null} [stage] JobStageTraffic stage
         * @property {number|null} [bytesSent] JobStageTraffic bytesSent
         * @property {number|null} [bytesFromHelper] JobStageTraffic bytesFromHelper
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobStageTraffic.
         * @memberof coscore
         * @interface IJobStageTraffic
         * @augments coscore.JobStageTraffic.$Properties
         * @deprecated Use coscore.JobStageTraffic.$Properties instead.
         */

        /**
         * Shape of a JobStageTraffic.
         * @typedef {coscore.JobStageTraffic.$Properties} coscore.JobStageTraffic.$Shape
         */

        /**
         * Constructs a new JobStageTraffic.
         * @memberof coscore
         * @classdesc Represents a JobStageTraffic.
         * @constructor
         * @param {coscore.JobStageTraffic.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobStageTraffic = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobStageTraffic stage.
         * @member {string} stage
         * @memberof coscore.JobStageTraffic
         * @instance
         */
        JobStageTraffic.prototype.stage = "";

        /**
         * JobStageTraffic bytesSent.
         * @member {number} bytesSent
         * @memberof coscore.JobStageTraffic
         * @instance
         */
        JobStageTraffic.prototype.bytesSent = 0;

        /**
         * JobStageTraffic bytesFromHelper.
         * @member {number} bytesFromHelper
         * @memberof coscore.JobStageTraffic
         * @instance
         */
        JobStageTraffic.prototype.bytesFromHelper = 0;

        /**
         * Creates a new JobStageTraffic instance using the specified properties.
         * @function create
         * @memberof coscore.JobStageTraffic
         * @static
         * @param {coscore.JobStageTraffic.$Properties=} [properties] Properties to set
         * @returns {coscore.JobStageTraffic} JobStageTraffic instance
         * @type {{
         *   (properties: coscore.JobStageTraffic.$Shape): coscore.JobStageTraffic & coscore.JobStageTraffic.$Shape;
         *   (properties?: coscore.JobStageTraffic.$Properties): coscore.JobStageTraffic;
         * }}
         */
        JobStageTraffic.create = function(properties) {
            return new JobStageTraffic(properties);
        };

        /**
         * Encodes the specified JobStageTraffic message. Does not implicitly {@link coscore.JobStageTraffic.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobStageTraffic
         * @static
         * @param {coscore.JobStageTraffic.$Properties} message JobStageTraffic message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobStageTraffic.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.stage != null && $Object.hasOwnProperty.call(message, "stage") && message.stage !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.stage);
            if (message.bytesSent != null && $Object.hasOwnProperty.call(message, "bytesSent") && !$Object.is(message.bytesSent, 0))
                writer.uint32(/* id 2, wireType 1 =*/17).double(message.bytesSent);
            if (message.bytesFromHelper != null && $Object.hasOwnProperty.call(message, "bytesFromHelper") && !$Object.is(message.bytesFromHelper, 0))
                writer.uint32(/* id 3, wireType 1 =*/25).double(message.bytesFromHelper);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobStageTraffic message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobStageTraffic
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobStageTraffic & coscore.JobStageTraffic.$Shape} JobStageTraffic
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobStageTraffic.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobStageTraffic();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.stage = value;
                        else
                            delete message.stage;
                        continue;
                    }
                case 2: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.bytesSent = value;
                        else
                            delete message.bytesSent;
                        continue;
                    }
                case 3: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.bytesFromHelper = value;
                        else
                            delete message.bytesFromHelper;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobStageTraffic
         * @function getTypeUrl
         * @memberof coscore.JobStageTraffic
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobStageTraffic.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobStageTraffic";
        };

        return JobStageTraffic;
    })();

    coscore.JobLinkTraffic = (function() {

        /**
         * Properties of a JobLinkTraffic.
         * @typedef {Object} coscore.JobLinkTraffic.$Properties
         * @property {string|null} [peer] JobLinkTraffic peer
         * @property {number|null} [bytesSent] JobLinkTraffic bytesSent
         * @property {number|null} [messagesSent] JobLinkTraffic messagesSent
         * @property {number|null} [bytesReceived] JobLinkTraffic bytesReceived
         * @property {number|null} [messagesReceived] JobLinkTraffic messagesReceived
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobLinkTraffic.
         * @memberof coscore
         * @interface IJobLinkTraffic
         * @augments coscore.JobLinkTraffic.$Properties
         * @deprecated Use coscore.JobLinkTraffic.$Properties instead.
         */

        /**
         * Shape of a JobLinkTraffic.
         * @typedef {coscore.JobLinkTraffic.$Properties} coscore.JobLinkTraffic.$Shape
         */

        /**
         * Constructs a new JobLinkTraffic.
         * @memberof coscore
         * @classdesc Represents a JobLinkTraffic.
         * @constructor
         * @param {coscore.JobLinkTraffic.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobLinkTraffic = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobLinkTraffic peer.
         * @member {string} peer
         * @memberof coscore.JobLinkTraffic
         * @instance
         */
        JobLinkTraffic.prototype.peer = "";

        /**
         * JobLinkTraffic bytesSent.
         * @member {number} bytesSent
         * @memberof coscore.JobLinkTraffic
         * @instance
         */
        JobLinkTraffic.prototype.bytesSent = 0;

        /**
         * JobLinkTraffic messagesSent.
         * @member {number} messagesSent
         * @memberof coscore.JobLinkTraffic
         * @instance
         */
        JobLinkTraffic.prototype.messagesSent = 0;

        /**
         * JobLinkTraffic bytesReceived.
         * @member {number} bytesReceived
         * @memberof coscore.JobLinkTraffic
         * @instance
         */
        JobLinkTraffic.prototype.bytesReceived = 0;

        /**
         * JobLinkTraffic messagesReceived.
         * @member {number} messagesReceived
         * @memberof coscore.JobLinkTraffic
         * @instance
         */
        JobLinkTraffic.prototype.messagesReceived = 0;

        /**
         * Creates a new JobLinkTraffic instance using the specified properties.
         * @function create
         * @memberof coscore.JobLinkTraffic
         * @static
         * @param {coscore.JobLinkTraffic.$Properties=} [properties] Properties to set
         * @returns {coscore.JobLinkTraffic} JobLinkTraffic instance
         * @type {{
         *   (properties: coscore.JobLinkTraffic.$Shape): coscore.JobLinkTraffic & coscore.JobLinkTraffic.$Shape;
         *   (properties?: coscore.JobLinkTraffic.$Properties): coscore.JobLinkTraffic;
         * }}
         */
        JobLinkTraffic.create = function(properties) {
            return new JobLinkTraffic(properties);
        };

        /**
         * Encodes the specified JobLinkTraffic message. Does not implicitly {@link coscore.JobLinkTraffic.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobLinkTraffic
         * @static
         * @param {coscore.JobLinkTraffic.$Properties} message JobLinkTraffic message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobLinkTraffic.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.peer != null && $Object.hasOwnProperty.call(message, "peer") && message.peer !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.peer);
            if (message.bytesSent != null && $Object.hasOwnProperty.call(message, "bytesSent") && !$Object.is(message.bytesSent, 0))
                writer.uint32(/* id 2, wireType 1 =*/17).double(message.bytesSent);
            if (message.messagesSent != null && $Object.hasOwnProperty.call(message, "messagesSent") && !$Object.is(message.messagesSent, 0))
                writer.uint32(/* id 3, wireType 1 =*/25).double(message.messagesSent);
            if (message.bytesReceived != null && $Object.hasOwnProperty.call(message, "bytesReceived") && !$Object.is(message.bytesReceived, 0))
                writer.uint32(/* id 4, wireType 1 =*/33).double(message.bytesReceived);
            if (message.messagesReceived != null && $Object.hasOwnProperty.call(message, "messagesReceived") && !$Object.is(message.messagesReceived, 0))
                writer.uint32(/* id 5, wireType 1 =*/41).double(message.messagesReceived);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobLinkTraffic message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobLinkTraffic
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobLinkTraffic & coscore.JobLinkTraffic.$Shape} JobLinkTraffic
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobLinkTraffic.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobLinkTraffic();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.peer = value;
                        else
                            delete message.peer;
                        continue;
                    }
                case 2: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.bytesSent = value;
                        else
                            delete message.bytesSent;
                        continue;
                    }
                case 3: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.messagesSent = value;
                        else
                            delete message.messagesSent;
                        continue;
                    }
                case 4: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.bytesReceived = value;
                        else
                            delete message.bytesReceived;
                        continue;
                    }
                case 5: {
                        if (wireType !== 1)
                            break;
                        if (!$Object.is(value = reader.double(), 0))
                            message.messagesReceived = value;
                        else
                            delete message.messagesReceived;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobLinkTraffic
         * @function getTypeUrl
         * @memberof coscore.JobLinkTraffic
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobLinkTraffic.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobLinkTraffic";
        };

        return JobLinkTraffic;
    })();

    coscore.JobTerms = (function() {

        /**
         * Properties of a JobTerms.
         * @typedef {Object} coscore.JobTerms.$Properties
         * @property {Uint8Array|null} [digest] JobTerms digest
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobTerms.
         * @memberof coscore
         * @interface IJobTerms
         * @augments coscore.JobTerms.$Properties
         * @deprecated Use coscore.JobTerms.$Properties instead.
         */

        /**
         * Shape of a JobTerms.
         * @typedef {coscore.JobTerms.$Properties} coscore.JobTerms.$Shape
         */

        /**
         * Constructs a new JobTerms.
         * @memberof coscore
         * @classdesc Represents a JobTerms.
         * @constructor
         * @param {coscore.JobTerms.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobTerms = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobTerms digest.
         * @member {Uint8Array} digest
         * @memberof coscore.JobTerms
         * @instance
         */
        JobTerms.prototype.digest = $util.newBuffer([]);

        /**
         * Creates a new JobTerms instance using the specified properties.
         * @function create
         * @memberof coscore.JobTerms
         * @static
         * @param {coscore.JobTerms.$Properties=} [properties] Properties to set
         * @returns {coscore.JobTerms} JobTerms instance
         * @type {{
         *   (properties: coscore.JobTerms.$Shape): coscore.JobTerms & coscore.JobTerms.$Shape;
         *   (properties?: coscore.JobTerms.$Properties): coscore.JobTerms;
         * }}
         */
        JobTerms.create = function(properties) {
            return new JobTerms(properties);
        };

        /**
         * Encodes the specified JobTerms message. Does not implicitly {@link coscore.JobTerms.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobTerms
         * @static
         * @param {coscore.JobTerms.$Properties} message JobTerms message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobTerms.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.digest);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobTerms message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobTerms
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobTerms & coscore.JobTerms.$Shape} JobTerms
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobTerms.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobTerms();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.digest = value;
                        else
                            delete message.digest;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobTerms
         * @function getTypeUrl
         * @memberof coscore.JobTerms
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobTerms.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobTerms";
        };

        return JobTerms;
    })();

    coscore.JobResume = (function() {

        /**
         * Properties of a JobResume.
         * @typedef {Object} coscore.JobResume.$Properties
         * @property {Array.<coscore.JobMark.$Properties>|null} [marks] JobResume marks
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobResume.
         * @memberof coscore
         * @interface IJobResume
         * @augments coscore.JobResume.$Properties
         * @deprecated Use coscore.JobResume.$Properties instead.
         */

        /**
         * Shape of a JobResume.
         * @typedef {coscore.JobResume.$Properties} coscore.JobResume.$Shape
         */

        /**
         * Constructs a new JobResume.
         * @memberof coscore
         * @classdesc Represents a JobResume.
         * @constructor
         * @param {coscore.JobResume.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobResume = function (properties) {
            this.marks = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobResume marks.
         * @member {Array.<coscore.JobMark.$Properties>} marks
         * @memberof coscore.JobResume
         * @instance
         */
        JobResume.prototype.marks = $util.emptyArray;

        /**
         * Creates a new JobResume instance using the specified properties.
         * @function create
         * @memberof coscore.JobResume
         * @static
         * @param {coscore.JobResume.$Properties=} [properties] Properties to set
         * @returns {coscore.JobResume} JobResume instance
         * @type {{
         *   (properties: coscore.JobResume.$Shape): coscore.JobResume & coscore.JobResume.$Shape;
         *   (properties?: coscore.JobResume.$Properties): coscore.JobResume;
         * }}
         */
        JobResume.create = function(properties) {
            return new JobResume(properties);
        };

        /**
         * Encodes the specified JobResume message. Does not implicitly {@link coscore.JobResume.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobResume
         * @static
         * @param {coscore.JobResume.$Properties} message JobResume message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobResume.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.marks != null && message.marks.length)
                for (let i = 0; i < message.marks.length; ++i)
                    $root.coscore.JobMark.encode(message.marks[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobResume message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobResume
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobResume & coscore.JobResume.$Shape} JobResume
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobResume.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobResume();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.marks && message.marks.length))
                            message.marks = [];
                        message.marks.push($root.coscore.JobMark.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobResume
         * @function getTypeUrl
         * @memberof coscore.JobResume
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobResume.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobResume";
        };

        return JobResume;
    })();

    coscore.JobMark = (function() {

        /**
         * Properties of a JobMark.
         * @typedef {Object} coscore.JobMark.$Properties
         * @property {string|null} [stage] JobMark stage
         * @property {number|null} [iteration] JobMark iteration
         * @property {number|null} [attempt] JobMark attempt
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobMark.
         * @memberof coscore
         * @interface IJobMark
         * @augments coscore.JobMark.$Properties
         * @deprecated Use coscore.JobMark.$Properties instead.
         */

        /**
         * Shape of a JobMark.
         * @typedef {coscore.JobMark.$Properties} coscore.JobMark.$Shape
         */

        /**
         * Constructs a new JobMark.
         * @memberof coscore
         * @classdesc Represents a JobMark.
         * @constructor
         * @param {coscore.JobMark.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobMark = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobMark stage.
         * @member {string} stage
         * @memberof coscore.JobMark
         * @instance
         */
        JobMark.prototype.stage = "";

        /**
         * JobMark iteration.
         * @member {number} iteration
         * @memberof coscore.JobMark
         * @instance
         */
        JobMark.prototype.iteration = 0;

        /**
         * JobMark attempt.
         * @member {number} attempt
         * @memberof coscore.JobMark
         * @instance
         */
        JobMark.prototype.attempt = 0;

        /**
         * Creates a new JobMark instance using the specified properties.
         * @function create
         * @memberof coscore.JobMark
         * @static
         * @param {coscore.JobMark.$Properties=} [properties] Properties to set
         * @returns {coscore.JobMark} JobMark instance
         * @type {{
         *   (properties: coscore.JobMark.$Shape): coscore.JobMark & coscore.JobMark.$Shape;
         *   (properties?: coscore.JobMark.$Properties): coscore.JobMark;
         * }}
         */
        JobMark.create = function(properties) {
            return new JobMark(properties);
        };

        /**
         * Encodes the specified JobMark message. Does not implicitly {@link coscore.JobMark.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobMark
         * @static
         * @param {coscore.JobMark.$Properties} message JobMark message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobMark.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.stage != null && $Object.hasOwnProperty.call(message, "stage") && message.stage !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.stage);
            if (message.iteration != null && $Object.hasOwnProperty.call(message, "iteration") && message.iteration !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.iteration);
            if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobMark message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobMark
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobMark & coscore.JobMark.$Shape} JobMark
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobMark.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobMark();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.stage = value;
                        else
                            delete message.stage;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.iteration = value;
                        else
                            delete message.iteration;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.attempt = value;
                        else
                            delete message.attempt;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobMark
         * @function getTypeUrl
         * @memberof coscore.JobMark
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobMark.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobMark";
        };

        return JobMark;
    })();

    coscore.JobForestNote = (function() {

        /**
         * Properties of a JobForestNote.
         * @typedef {Object} coscore.JobForestNote.$Properties
         * @property {number|null} [tree] JobForestNote tree
         * @property {Array.<coscore.JobForestSplit.$Properties>|null} [own] JobForestNote own
         * @property {coscore.JobForestStep.$Properties|null} [step] JobForestNote step
         * @property {boolean|null} [keep] JobForestNote keep
         * @property {number|null} [records] JobForestNote records
         * @property {Array.<Uint8Array>|null} [pad] JobForestNote pad
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobForestNote.
         * @memberof coscore
         * @interface IJobForestNote
         * @augments coscore.JobForestNote.$Properties
         * @deprecated Use coscore.JobForestNote.$Properties instead.
         */

        /**
         * Shape of a JobForestNote.
         * @typedef {coscore.JobForestNote.$Properties} coscore.JobForestNote.$Shape
         */

        /**
         * Constructs a new JobForestNote.
         * @memberof coscore
         * @classdesc Represents a JobForestNote.
         * @constructor
         * @param {coscore.JobForestNote.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobForestNote = function (properties) {
            this.own = [];
            this.pad = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobForestNote tree.
         * @member {number} tree
         * @memberof coscore.JobForestNote
         * @instance
         */
        JobForestNote.prototype.tree = 0;

        /**
         * JobForestNote own.
         * @member {Array.<coscore.JobForestSplit.$Properties>} own
         * @memberof coscore.JobForestNote
         * @instance
         */
        JobForestNote.prototype.own = $util.emptyArray;

        /**
         * JobForestNote step.
         * @member {coscore.JobForestStep.$Properties|null|undefined} step
         * @memberof coscore.JobForestNote
         * @instance
         */
        JobForestNote.prototype.step = null;

        /**
         * JobForestNote keep.
         * @member {boolean} keep
         * @memberof coscore.JobForestNote
         * @instance
         */
        JobForestNote.prototype.keep = false;

        /**
         * JobForestNote records.
         * @member {number} records
         * @memberof coscore.JobForestNote
         * @instance
         */
        JobForestNote.prototype.records = 0;

        /**
         * JobForestNote pad.
         * @member {Array.<Uint8Array>} pad
         * @memberof coscore.JobForestNote
         * @instance
         */
        JobForestNote.prototype.pad = $util.emptyArray;

        /**
         * Creates a new JobForestNote instance using the specified properties.
         * @function create
         * @memberof coscore.JobForestNote
         * @static
         * @param {coscore.JobForestNote.$Properties=} [properties] Properties to set
         * @returns {coscore.JobForestNote} JobForestNote instance
         * @type {{
         *   (properties: coscore.JobForestNote.$Shape): coscore.JobForestNote & coscore.JobForestNote.$Shape;
         *   (properties?: coscore.JobForestNote.$Properties): coscore.JobForestNote;
         * }}
         */
        JobForestNote.create = function(properties) {
            return new JobForestNote(properties);
        };

        /**
         * Encodes the specified JobForestNote message. Does not implicitly {@link coscore.JobForestNote.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobForestNote
         * @static
         * @param {coscore.JobForestNote.$Properties} message JobForestNote message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobForestNote.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.tree != null && $Object.hasOwnProperty.call(message, "tree") && message.tree !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.tree);
            if (message.own != null && message.own.length)
                for (let i = 0; i < message.own.length; ++i)
                    $root.coscore.JobForestSplit.encode(message.own[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.step != null && $Object.hasOwnProperty.call(message, "step"))
                $root.coscore.JobForestStep.encode(message.step, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.keep != null && $Object.hasOwnProperty.call(message, "keep") && message.keep !== false)
                writer.uint32(/* id 4, wireType 0 =*/32).bool(message.keep);
            if (message.records != null && $Object.hasOwnProperty.call(message, "records") && message.records !== 0)
                writer.uint32(/* id 5, wireType 5 =*/45).fixed32(message.records);
            if (message.pad != null && message.pad.length)
                for (let i = 0; i < message.pad.length; ++i)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.pad[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobForestNote message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobForestNote
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobForestNote & coscore.JobForestNote.$Shape} JobForestNote
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobForestNote.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobForestNote();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.tree = value;
                        else
                            delete message.tree;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.own && message.own.length))
                            message.own = [];
                        message.own.push($root.coscore.JobForestSplit.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.step = $root.coscore.JobForestStep.decode(reader, reader.size(), $undefined, _depth + 1, message.step);
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.keep = value;
                        else
                            delete message.keep;
                        continue;
                    }
                case 5: {
                        if (wireType !== 5)
                            break;
                        if (value = reader.fixed32())
                            message.records = value;
                        else
                            delete message.records;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (!(message.pad && message.pad.length))
                            message.pad = [];
                        message.pad.push(reader.bytes());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobForestNote
         * @function getTypeUrl
         * @memberof coscore.JobForestNote
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobForestNote.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobForestNote";
        };

        return JobForestNote;
    })();

    coscore.JobForestSplit = (function() {

        /**
         * Properties of a JobForestSplit.
         * @typedef {Object} coscore.JobForestSplit.$Properties
         * @property {number|null} [node] JobForestSplit node
         * @property {number|null} [left] JobForestSplit left
         * @property {number|null} [right] JobForestSplit right
         * @property {number|null} [feature] JobForestSplit feature
         * @property {Uint8Array|null} [goesLeft] JobForestSplit goesLeft
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobForestSplit.
         * @memberof coscore
         * @interface IJobForestSplit
         * @augments coscore.JobForestSplit.$Properties
         * @deprecated Use coscore.JobForestSplit.$Properties instead.
         */

        /**
         * Shape of a JobForestSplit.
         * @typedef {coscore.JobForestSplit.$Properties} coscore.JobForestSplit.$Shape
         */

        /**
         * Constructs a new JobForestSplit.
         * @memberof coscore
         * @classdesc Represents a JobForestSplit.
         * @constructor
         * @param {coscore.JobForestSplit.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobForestSplit = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobForestSplit node.
         * @member {number} node
         * @memberof coscore.JobForestSplit
         * @instance
         */
        JobForestSplit.prototype.node = 0;

        /**
         * JobForestSplit left.
         * @member {number} left
         * @memberof coscore.JobForestSplit
         * @instance
         */
        JobForestSplit.prototype.left = 0;

        /**
         * JobForestSplit right.
         * @member {number} right
         * @memberof coscore.JobForestSplit
         * @instance
         */
        JobForestSplit.prototype.right = 0;

        /**
         * JobForestSplit feature.
         * @member {number} feature
         * @memberof coscore.JobForestSplit
         * @instance
         */
        JobForestSplit.prototype.feature = 0;

        /**
         * JobForestSplit goesLeft.
         * @member {Uint8Array} goesLeft
         * @memberof coscore.JobForestSplit
         * @instance
         */
        JobForestSplit.prototype.goesLeft = $util.newBuffer([]);

        /**
         * Creates a new JobForestSplit instance using the specified properties.
         * @function create
         * @memberof coscore.JobForestSplit
         * @static
         * @param {coscore.JobForestSplit.$Properties=} [properties] Properties to set
         * @returns {coscore.JobForestSplit} JobForestSplit instance
         * @type {{
         *   (properties: coscore.JobForestSplit.$Shape): coscore.JobForestSplit & coscore.JobForestSplit.$Shape;
         *   (properties?: coscore.JobForestSplit.$Properties): coscore.JobForestSplit;
         * }}
         */
        JobForestSplit.create = function(properties) {
            return new JobForestSplit(properties);
        };

        /**
         * Encodes the specified JobForestSplit message. Does not implicitly {@link coscore.JobForestSplit.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobForestSplit
         * @static
         * @param {coscore.JobForestSplit.$Properties} message JobForestSplit message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobForestSplit.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && message.node !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.node);
            if (message.left != null && $Object.hasOwnProperty.call(message, "left") && message.left !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.left);
            if (message.right != null && $Object.hasOwnProperty.call(message, "right") && message.right !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.right);
            if (message.feature != null && $Object.hasOwnProperty.call(message, "feature") && message.feature !== 0)
                writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.feature);
            if (message.goesLeft != null && $Object.hasOwnProperty.call(message, "goesLeft") && message.goesLeft.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.goesLeft);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobForestSplit message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobForestSplit
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobForestSplit & coscore.JobForestSplit.$Shape} JobForestSplit
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobForestSplit.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobForestSplit();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.node = value;
                        else
                            delete message.node;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.left = value;
                        else
                            delete message.left;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.right = value;
                        else
                            delete message.right;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.feature = value;
                        else
                            delete message.feature;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.goesLeft = value;
                        else
                            delete message.goesLeft;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobForestSplit
         * @function getTypeUrl
         * @memberof coscore.JobForestSplit
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobForestSplit.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobForestSplit";
        };

        return JobForestSplit;
    })();

    coscore.JobForestStep = (function() {

        /**
         * Properties of a JobForestStep.
         * @typedef {Object} coscore.JobForestStep.$Properties
         * @property {Uint8Array|null} [splits] JobForestStep splits
         * @property {Uint8Array|null} [measure] JobForestStep measure
         * @property {Uint8Array|null} [right] JobForestStep right
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobForestStep.
         * @memberof coscore
         * @interface IJobForestStep
         * @augments coscore.JobForestStep.$Properties
         * @deprecated Use coscore.JobForestStep.$Properties instead.
         */

        /**
         * Shape of a JobForestStep.
         * @typedef {coscore.JobForestStep.$Properties} coscore.JobForestStep.$Shape
         */

        /**
         * Constructs a new JobForestStep.
         * @memberof coscore
         * @classdesc Represents a JobForestStep.
         * @constructor
         * @param {coscore.JobForestStep.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobForestStep = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobForestStep splits.
         * @member {Uint8Array} splits
         * @memberof coscore.JobForestStep
         * @instance
         */
        JobForestStep.prototype.splits = $util.newBuffer([]);

        /**
         * JobForestStep measure.
         * @member {Uint8Array} measure
         * @memberof coscore.JobForestStep
         * @instance
         */
        JobForestStep.prototype.measure = $util.newBuffer([]);

        /**
         * JobForestStep right.
         * @member {Uint8Array} right
         * @memberof coscore.JobForestStep
         * @instance
         */
        JobForestStep.prototype.right = $util.newBuffer([]);

        /**
         * Creates a new JobForestStep instance using the specified properties.
         * @function create
         * @memberof coscore.JobForestStep
         * @static
         * @param {coscore.JobForestStep.$Properties=} [properties] Properties to set
         * @returns {coscore.JobForestStep} JobForestStep instance
         * @type {{
         *   (properties: coscore.JobForestStep.$Shape): coscore.JobForestStep & coscore.JobForestStep.$Shape;
         *   (properties?: coscore.JobForestStep.$Properties): coscore.JobForestStep;
         * }}
         */
        JobForestStep.create = function(properties) {
            return new JobForestStep(properties);
        };

        /**
         * Encodes the specified JobForestStep message. Does not implicitly {@link coscore.JobForestStep.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobForestStep
         * @static
         * @param {coscore.JobForestStep.$Properties} message JobForestStep message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobForestStep.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.splits != null && $Object.hasOwnProperty.call(message, "splits") && message.splits.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.splits);
            if (message.measure != null && $Object.hasOwnProperty.call(message, "measure") && message.measure.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.measure);
            if (message.right != null && $Object.hasOwnProperty.call(message, "right") && message.right.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.right);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobForestStep message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobForestStep
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobForestStep & coscore.JobForestStep.$Shape} JobForestStep
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobForestStep.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobForestStep();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.splits = value;
                        else
                            delete message.splits;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.measure = value;
                        else
                            delete message.measure;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.right = value;
                        else
                            delete message.right;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobForestStep
         * @function getTypeUrl
         * @memberof coscore.JobForestStep
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobForestStep.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobForestStep";
        };

        return JobForestStep;
    })();

    coscore.JobForestReply = (function() {

        /**
         * Properties of a JobForestReply.
         * @typedef {Object} coscore.JobForestReply.$Properties
         * @property {Uint8Array|null} [right] JobForestReply right
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobForestReply.
         * @memberof coscore
         * @interface IJobForestReply
         * @augments coscore.JobForestReply.$Properties
         * @deprecated Use coscore.JobForestReply.$Properties instead.
         */

        /**
         * Shape of a JobForestReply.
         * @typedef {coscore.JobForestReply.$Properties} coscore.JobForestReply.$Shape
         */

        /**
         * Constructs a new JobForestReply.
         * @memberof coscore
         * @classdesc Represents a JobForestReply.
         * @constructor
         * @param {coscore.JobForestReply.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobForestReply = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobForestReply right.
         * @member {Uint8Array} right
         * @memberof coscore.JobForestReply
         * @instance
         */
        JobForestReply.prototype.right = $util.newBuffer([]);

        /**
         * Creates a new JobForestReply instance using the specified properties.
         * @function create
         * @memberof coscore.JobForestReply
         * @static
         * @param {coscore.JobForestReply.$Properties=} [properties] Properties to set
         * @returns {coscore.JobForestReply} JobForestReply instance
         * @type {{
         *   (properties: coscore.JobForestReply.$Shape): coscore.JobForestReply & coscore.JobForestReply.$Shape;
         *   (properties?: coscore.JobForestReply.$Properties): coscore.JobForestReply;
         * }}
         */
        JobForestReply.create = function(properties) {
            return new JobForestReply(properties);
        };

        /**
         * Encodes the specified JobForestReply message. Does not implicitly {@link coscore.JobForestReply.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobForestReply
         * @static
         * @param {coscore.JobForestReply.$Properties} message JobForestReply message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobForestReply.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.right != null && $Object.hasOwnProperty.call(message, "right") && message.right.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.right);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobForestReply message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobForestReply
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobForestReply & coscore.JobForestReply.$Shape} JobForestReply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobForestReply.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobForestReply();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.right = value;
                        else
                            delete message.right;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobForestReply
         * @function getTypeUrl
         * @memberof coscore.JobForestReply
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobForestReply.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobForestReply";
        };

        return JobForestReply;
    })();

    coscore.JobForestEarlier = (function() {

        /**
         * Properties of a JobForestEarlier.
         * @typedef {Object} coscore.JobForestEarlier.$Properties
         * @property {Uint8Array|null} [shardDigest] JobForestEarlier shardDigest
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobForestEarlier.
         * @memberof coscore
         * @interface IJobForestEarlier
         * @augments coscore.JobForestEarlier.$Properties
         * @deprecated Use coscore.JobForestEarlier.$Properties instead.
         */

        /**
         * Shape of a JobForestEarlier.
         * @typedef {coscore.JobForestEarlier.$Properties} coscore.JobForestEarlier.$Shape
         */

        /**
         * Constructs a new JobForestEarlier.
         * @memberof coscore
         * @classdesc Represents a JobForestEarlier.
         * @constructor
         * @param {coscore.JobForestEarlier.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobForestEarlier = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobForestEarlier shardDigest.
         * @member {Uint8Array} shardDigest
         * @memberof coscore.JobForestEarlier
         * @instance
         */
        JobForestEarlier.prototype.shardDigest = $util.newBuffer([]);

        /**
         * Creates a new JobForestEarlier instance using the specified properties.
         * @function create
         * @memberof coscore.JobForestEarlier
         * @static
         * @param {coscore.JobForestEarlier.$Properties=} [properties] Properties to set
         * @returns {coscore.JobForestEarlier} JobForestEarlier instance
         * @type {{
         *   (properties: coscore.JobForestEarlier.$Shape): coscore.JobForestEarlier & coscore.JobForestEarlier.$Shape;
         *   (properties?: coscore.JobForestEarlier.$Properties): coscore.JobForestEarlier;
         * }}
         */
        JobForestEarlier.create = function(properties) {
            return new JobForestEarlier(properties);
        };

        /**
         * Encodes the specified JobForestEarlier message. Does not implicitly {@link coscore.JobForestEarlier.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobForestEarlier
         * @static
         * @param {coscore.JobForestEarlier.$Properties} message JobForestEarlier message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobForestEarlier.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.shardDigest != null && $Object.hasOwnProperty.call(message, "shardDigest") && message.shardDigest.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.shardDigest);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobForestEarlier message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobForestEarlier
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobForestEarlier & coscore.JobForestEarlier.$Shape} JobForestEarlier
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobForestEarlier.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobForestEarlier();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.shardDigest = value;
                        else
                            delete message.shardDigest;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobForestEarlier
         * @function getTypeUrl
         * @memberof coscore.JobForestEarlier
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobForestEarlier.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobForestEarlier";
        };

        return JobForestEarlier;
    })();

    coscore.JobForestReach = (function() {

        /**
         * Properties of a JobForestReach.
         * @typedef {Object} coscore.JobForestReach.$Properties
         * @property {number|null} [first] JobForestReach first
         * @property {number|null} [rows] JobForestReach rows
         * @property {Uint8Array|null} [records] JobForestReach records
         * @property {Uint8Array|null} [reach] JobForestReach reach
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobForestReach.
         * @memberof coscore
         * @interface IJobForestReach
         * @augments coscore.JobForestReach.$Properties
         * @deprecated Use coscore.JobForestReach.$Properties instead.
         */

        /**
         * Shape of a JobForestReach.
         * @typedef {coscore.JobForestReach.$Properties} coscore.JobForestReach.$Shape
         */

        /**
         * Constructs a new JobForestReach.
         * @memberof coscore
         * @classdesc Represents a JobForestReach.
         * @constructor
         * @param {coscore.JobForestReach.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobForestReach = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobForestReach first.
         * @member {number} first
         * @memberof coscore.JobForestReach
         * @instance
         */
        JobForestReach.prototype.first = 0;

        /**
         * JobForestReach rows.
         * @member {number} rows
         * @memberof coscore.JobForestReach
         * @instance
         */
        JobForestReach.prototype.rows = 0;

        /**
         * JobForestReach records.
         * @member {Uint8Array} records
         * @memberof coscore.JobForestReach
         * @instance
         */
        JobForestReach.prototype.records = $util.newBuffer([]);

        /**
         * JobForestReach reach.
         * @member {Uint8Array} reach
         * @memberof coscore.JobForestReach
         * @instance
         */
        JobForestReach.prototype.reach = $util.newBuffer([]);

        /**
         * Creates a new JobForestReach instance using the specified properties.
         * @function create
         * @memberof coscore.JobForestReach
         * @static
         * @param {coscore.JobForestReach.$Properties=} [properties] Properties to set
         * @returns {coscore.JobForestReach} JobForestReach instance
         * @type {{
         *   (properties: coscore.JobForestReach.$Shape): coscore.JobForestReach & coscore.JobForestReach.$Shape;
         *   (properties?: coscore.JobForestReach.$Properties): coscore.JobForestReach;
         * }}
         */
        JobForestReach.create = function(properties) {
            return new JobForestReach(properties);
        };

        /**
         * Encodes the specified JobForestReach message. Does not implicitly {@link coscore.JobForestReach.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobForestReach
         * @static
         * @param {coscore.JobForestReach.$Properties} message JobForestReach message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobForestReach.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.first != null && $Object.hasOwnProperty.call(message, "first") && message.first !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.first);
            if (message.rows != null && $Object.hasOwnProperty.call(message, "rows") && message.rows !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.rows);
            if (message.records != null && $Object.hasOwnProperty.call(message, "records") && message.records.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.records);
            if (message.reach != null && $Object.hasOwnProperty.call(message, "reach") && message.reach.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.reach);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobForestReach message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobForestReach
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobForestReach & coscore.JobForestReach.$Shape} JobForestReach
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobForestReach.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobForestReach();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.first = value;
                        else
                            delete message.first;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.rows = value;
                        else
                            delete message.rows;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.records = value;
                        else
                            delete message.records;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.reach = value;
                        else
                            delete message.reach;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobForestReach
         * @function getTypeUrl
         * @memberof coscore.JobForestReach
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobForestReach.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobForestReach";
        };

        return JobForestReach;
    })();

    coscore.JobForestSides = (function() {

        /**
         * Properties of a JobForestSides.
         * @typedef {Object} coscore.JobForestSides.$Properties
         * @property {Uint8Array|null} [left] JobForestSides left
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobForestSides.
         * @memberof coscore
         * @interface IJobForestSides
         * @augments coscore.JobForestSides.$Properties
         * @deprecated Use coscore.JobForestSides.$Properties instead.
         */

        /**
         * Shape of a JobForestSides.
         * @typedef {coscore.JobForestSides.$Properties} coscore.JobForestSides.$Shape
         */

        /**
         * Constructs a new JobForestSides.
         * @memberof coscore
         * @classdesc Represents a JobForestSides.
         * @constructor
         * @param {coscore.JobForestSides.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobForestSides = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobForestSides left.
         * @member {Uint8Array} left
         * @memberof coscore.JobForestSides
         * @instance
         */
        JobForestSides.prototype.left = $util.newBuffer([]);

        /**
         * Creates a new JobForestSides instance using the specified properties.
         * @function create
         * @memberof coscore.JobForestSides
         * @static
         * @param {coscore.JobForestSides.$Properties=} [properties] Properties to set
         * @returns {coscore.JobForestSides} JobForestSides instance
         * @type {{
         *   (properties: coscore.JobForestSides.$Shape): coscore.JobForestSides & coscore.JobForestSides.$Shape;
         *   (properties?: coscore.JobForestSides.$Properties): coscore.JobForestSides;
         * }}
         */
        JobForestSides.create = function(properties) {
            return new JobForestSides(properties);
        };

        /**
         * Encodes the specified JobForestSides message. Does not implicitly {@link coscore.JobForestSides.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobForestSides
         * @static
         * @param {coscore.JobForestSides.$Properties} message JobForestSides message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobForestSides.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.left != null && $Object.hasOwnProperty.call(message, "left") && message.left.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.left);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobForestSides message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobForestSides
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobForestSides & coscore.JobForestSides.$Shape} JobForestSides
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobForestSides.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobForestSides();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.left = value;
                        else
                            delete message.left;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobForestSides
         * @function getTypeUrl
         * @memberof coscore.JobForestSides
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobForestSides.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobForestSides";
        };

        return JobForestSides;
    })();

    coscore.JobForestEnd = (function() {

        /**
         * Properties of a JobForestEnd.
         * @typedef {Object} coscore.JobForestEnd.$Properties
         * @property {number|null} [trees] JobForestEnd trees
         * @property {number|null} [records] JobForestEnd records
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobForestEnd.
         * @memberof coscore
         * @interface IJobForestEnd
         * @augments coscore.JobForestEnd.$Properties
         * @deprecated Use coscore.JobForestEnd.$Properties instead.
         */

        /**
         * Shape of a JobForestEnd.
         * @typedef {coscore.JobForestEnd.$Properties} coscore.JobForestEnd.$Shape
         */

        /**
         * Constructs a new JobForestEnd.
         * @memberof coscore
         * @classdesc Represents a JobForestEnd.
         * @constructor
         * @param {coscore.JobForestEnd.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobForestEnd = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobForestEnd trees.
         * @member {number} trees
         * @memberof coscore.JobForestEnd
         * @instance
         */
        JobForestEnd.prototype.trees = 0;

        /**
         * JobForestEnd records.
         * @member {number} records
         * @memberof coscore.JobForestEnd
         * @instance
         */
        JobForestEnd.prototype.records = 0;

        /**
         * Creates a new JobForestEnd instance using the specified properties.
         * @function create
         * @memberof coscore.JobForestEnd
         * @static
         * @param {coscore.JobForestEnd.$Properties=} [properties] Properties to set
         * @returns {coscore.JobForestEnd} JobForestEnd instance
         * @type {{
         *   (properties: coscore.JobForestEnd.$Shape): coscore.JobForestEnd & coscore.JobForestEnd.$Shape;
         *   (properties?: coscore.JobForestEnd.$Properties): coscore.JobForestEnd;
         * }}
         */
        JobForestEnd.create = function(properties) {
            return new JobForestEnd(properties);
        };

        /**
         * Encodes the specified JobForestEnd message. Does not implicitly {@link coscore.JobForestEnd.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobForestEnd
         * @static
         * @param {coscore.JobForestEnd.$Properties} message JobForestEnd message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobForestEnd.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.trees != null && $Object.hasOwnProperty.call(message, "trees") && message.trees !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.trees);
            if (message.records != null && $Object.hasOwnProperty.call(message, "records") && message.records !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.records);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobForestEnd message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobForestEnd
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobForestEnd & coscore.JobForestEnd.$Shape} JobForestEnd
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobForestEnd.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobForestEnd();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.trees = value;
                        else
                            delete message.trees;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.records = value;
                        else
                            delete message.records;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobForestEnd
         * @function getTypeUrl
         * @memberof coscore.JobForestEnd
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobForestEnd.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobForestEnd";
        };

        return JobForestEnd;
    })();

    coscore.JobForestShard = (function() {

        /**
         * Properties of a JobForestShard.
         * @typedef {Object} coscore.JobForestShard.$Properties
         * @property {Uint8Array|null} [digest] JobForestShard digest
         * @property {Uint8Array|null} [shard] JobForestShard shard
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a JobForestShard.
         * @memberof coscore
         * @interface IJobForestShard
         * @augments coscore.JobForestShard.$Properties
         * @deprecated Use coscore.JobForestShard.$Properties instead.
         */

        /**
         * Shape of a JobForestShard.
         * @typedef {coscore.JobForestShard.$Properties} coscore.JobForestShard.$Shape
         */

        /**
         * Constructs a new JobForestShard.
         * @memberof coscore
         * @classdesc Represents a JobForestShard.
         * @constructor
         * @param {coscore.JobForestShard.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const JobForestShard = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * JobForestShard digest.
         * @member {Uint8Array} digest
         * @memberof coscore.JobForestShard
         * @instance
         */
        JobForestShard.prototype.digest = $util.newBuffer([]);

        /**
         * JobForestShard shard.
         * @member {Uint8Array} shard
         * @memberof coscore.JobForestShard
         * @instance
         */
        JobForestShard.prototype.shard = $util.newBuffer([]);

        /**
         * Creates a new JobForestShard instance using the specified properties.
         * @function create
         * @memberof coscore.JobForestShard
         * @static
         * @param {coscore.JobForestShard.$Properties=} [properties] Properties to set
         * @returns {coscore.JobForestShard} JobForestShard instance
         * @type {{
         *   (properties: coscore.JobForestShard.$Shape): coscore.JobForestShard & coscore.JobForestShard.$Shape;
         *   (properties?: coscore.JobForestShard.$Properties): coscore.JobForestShard;
         * }}
         */
        JobForestShard.create = function(properties) {
            return new JobForestShard(properties);
        };

        /**
         * Encodes the specified JobForestShard message. Does not implicitly {@link coscore.JobForestShard.verify|verify} messages.
         * @function encode
         * @memberof coscore.JobForestShard
         * @static
         * @param {coscore.JobForestShard.$Properties} message JobForestShard message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        JobForestShard.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.digest);
            if (message.shard != null && $Object.hasOwnProperty.call(message, "shard") && message.shard.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.shard);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a JobForestShard message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.JobForestShard
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.JobForestShard & coscore.JobForestShard.$Shape} JobForestShard
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        JobForestShard.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.JobForestShard();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.digest = value;
                        else
                            delete message.digest;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.shard = value;
                        else
                            delete message.shard;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for JobForestShard
         * @function getTypeUrl
         * @memberof coscore.JobForestShard
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        JobForestShard.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.JobForestShard";
        };

        return JobForestShard;
    })();

    coscore.MatVecMasked = (function() {

        /**
         * Properties of a MatVecMasked.
         * @typedef {Object} coscore.MatVecMasked.$Properties
         * @property {number|null} [column] MatVecMasked column
         * @property {number|null} [start] MatVecMasked start
         * @property {Uint8Array|null} [residues] MatVecMasked residues
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MatVecMasked.
         * @memberof coscore
         * @interface IMatVecMasked
         * @augments coscore.MatVecMasked.$Properties
         * @deprecated Use coscore.MatVecMasked.$Properties instead.
         */

        /**
         * Shape of a MatVecMasked.
         * @typedef {coscore.MatVecMasked.$Properties} coscore.MatVecMasked.$Shape
         */

        /**
         * Constructs a new MatVecMasked.
         * @memberof coscore
         * @classdesc Represents a MatVecMasked.
         * @constructor
         * @param {coscore.MatVecMasked.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MatVecMasked = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MatVecMasked column.
         * @member {number} column
         * @memberof coscore.MatVecMasked
         * @instance
         */
        MatVecMasked.prototype.column = 0;

        /**
         * MatVecMasked start.
         * @member {number} start
         * @memberof coscore.MatVecMasked
         * @instance
         */
        MatVecMasked.prototype.start = 0;

        /**
         * MatVecMasked residues.
         * @member {Uint8Array} residues
         * @memberof coscore.MatVecMasked
         * @instance
         */
        MatVecMasked.prototype.residues = $util.newBuffer([]);

        /**
         * Creates a new MatVecMasked instance using the specified properties.
         * @function create
         * @memberof coscore.MatVecMasked
         * @static
         * @param {coscore.MatVecMasked.$Properties=} [properties] Properties to set
         * @returns {coscore.MatVecMasked} MatVecMasked instance
         * @type {{
         *   (properties: coscore.MatVecMasked.$Shape): coscore.MatVecMasked & coscore.MatVecMasked.$Shape;
         *   (properties?: coscore.MatVecMasked.$Properties): coscore.MatVecMasked;
         * }}
         */
        MatVecMasked.create = function(properties) {
            return new MatVecMasked(properties);
        };

        /**
         * Encodes the specified MatVecMasked message. Does not implicitly {@link coscore.MatVecMasked.verify|verify} messages.
         * @function encode
         * @memberof coscore.MatVecMasked
         * @static
         * @param {coscore.MatVecMasked.$Properties} message MatVecMasked message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MatVecMasked.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.column != null && $Object.hasOwnProperty.call(message, "column") && message.column !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.column);
            if (message.start != null && $Object.hasOwnProperty.call(message, "start") && message.start !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.start);
            if (message.residues != null && $Object.hasOwnProperty.call(message, "residues") && message.residues.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.residues);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MatVecMasked message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.MatVecMasked
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.MatVecMasked & coscore.MatVecMasked.$Shape} MatVecMasked
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MatVecMasked.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.MatVecMasked();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.column = value;
                        else
                            delete message.column;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.start = value;
                        else
                            delete message.start;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.residues = value;
                        else
                            delete message.residues;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for MatVecMasked
         * @function getTypeUrl
         * @memberof coscore.MatVecMasked
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        MatVecMasked.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.MatVecMasked";
        };

        return MatVecMasked;
    })();

    coscore.MatVecProduct = (function() {

        /**
         * Properties of a MatVecProduct.
         * @typedef {Object} coscore.MatVecProduct.$Properties
         * @property {number|null} [index] MatVecProduct index
         * @property {Uint8Array|null} [delta] MatVecProduct delta
         * @property {Uint8Array|null} [part] MatVecProduct part
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MatVecProduct.
         * @memberof coscore
         * @interface IMatVecProduct
         * @augments coscore.MatVecProduct.$Properties
         * @deprecated Use coscore.MatVecProduct.$Properties instead.
         */

        /**
         * Shape of a MatVecProduct.
         * @typedef {coscore.MatVecProduct.$Properties} coscore.MatVecProduct.$Shape
         */

        /**
         * Constructs a new MatVecProduct.
         * @memberof coscore
         * @classdesc Represents a MatVecProduct.
         * @constructor
         * @param {coscore.MatVecProduct.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MatVecProduct = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MatVecProduct index.
         * @member {number} index
         * @memberof coscore.MatVecProduct
         * @instance
         */
        MatVecProduct.prototype.index = 0;

        /**
         * MatVecProduct delta.
         * @member {Uint8Array} delta
         * @memberof coscore.MatVecProduct
         * @instance
         */
        MatVecProduct.prototype.delta = $util.newBuffer([]);

        /**
         * MatVecProduct part.
         * @member {Uint8Array} part
         * @memberof coscore.MatVecProduct
         * @instance
         */
        MatVecProduct.prototype.part = $util.newBuffer([]);

        /**
         * Creates a new MatVecProduct instance using the specified properties.
         * @function create
         * @memberof coscore.MatVecProduct
         * @static
         * @param {coscore.MatVecProduct.$Properties=} [properties] Properties to set
         * @returns {coscore.MatVecProduct} MatVecProduct instance
         * @type {{
         *   (properties: coscore.MatVecProduct.$Shape): coscore.MatVecProduct & coscore.MatVecProduct.$Shape;
         *   (properties?: coscore.MatVecProduct.$Properties): coscore.MatVecProduct;
         * }}
         */
        MatVecProduct.create = function(properties) {
            return new MatVecProduct(properties);
        };

        /**
         * Encodes the specified MatVecProduct message. Does not implicitly {@link coscore.MatVecProduct.verify|verify} messages.
         * @function encode
         * @memberof coscore.MatVecProduct
         * @static
         * @param {coscore.MatVecProduct.$Properties} message MatVecProduct message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MatVecProduct.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.index);
            if (message.delta != null && $Object.hasOwnProperty.call(message, "delta") && message.delta.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.delta);
            if (message.part != null && $Object.hasOwnProperty.call(message, "part") && message.part.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.part);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MatVecProduct message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.MatVecProduct
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.MatVecProduct & coscore.MatVecProduct.$Shape} MatVecProduct
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MatVecProduct.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.MatVecProduct();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.delta = value;
                        else
                            delete message.delta;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.part = value;
                        else
                            delete message.part;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for MatVecProduct
         * @function getTypeUrl
         * @memberof coscore.MatVecProduct
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        MatVecProduct.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.MatVecProduct";
        };

        return MatVecProduct;
    })();

    coscore.MatVecOpening = (function() {

        /**
         * Properties of a MatVecOpening.
         * @typedef {Object} coscore.MatVecOpening.$Properties
         * @property {number|null} [index] MatVecOpening index
         * @property {Uint8Array|null} [part] MatVecOpening part
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MatVecOpening.
         * @memberof coscore
         * @interface IMatVecOpening
         * @augments coscore.MatVecOpening.$Properties
         * @deprecated Use coscore.MatVecOpening.$Properties instead.
         */

        /**
         * Shape of a MatVecOpening.
         * @typedef {coscore.MatVecOpening.$Properties} coscore.MatVecOpening.$Shape
         */

        /**
         * Constructs a new MatVecOpening.
         * @memberof coscore
         * @classdesc Represents a MatVecOpening.
         * @constructor
         * @param {coscore.MatVecOpening.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MatVecOpening = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MatVecOpening index.
         * @member {number} index
         * @memberof coscore.MatVecOpening
         * @instance
         */
        MatVecOpening.prototype.index = 0;

        /**
         * MatVecOpening part.
         * @member {Uint8Array} part
         * @memberof coscore.MatVecOpening
         * @instance
         */
        MatVecOpening.prototype.part = $util.newBuffer([]);

        /**
         * Creates a new MatVecOpening instance using the specified properties.
         * @function create
         * @memberof coscore.MatVecOpening
         * @static
         * @param {coscore.MatVecOpening.$Properties=} [properties] Properties to set
         * @returns {coscore.MatVecOpening} MatVecOpening instance
         * @type {{
         *   (properties: coscore.MatVecOpening.$Shape): coscore.MatVecOpening & coscore.MatVecOpening.$Shape;
         *   (properties?: coscore.MatVecOpening.$Properties): coscore.MatVecOpening;
         * }}
         */
        MatVecOpening.create = function(properties) {
            return new MatVecOpening(properties);
        };

        /**
         * Encodes the specified MatVecOpening message. Does not implicitly {@link coscore.MatVecOpening.verify|verify} messages.
         * @function encode
         * @memberof coscore.MatVecOpening
         * @static
         * @param {coscore.MatVecOpening.$Properties} message MatVecOpening message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MatVecOpening.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.index);
            if (message.part != null && $Object.hasOwnProperty.call(message, "part") && message.part.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.part);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MatVecOpening message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.MatVecOpening
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.MatVecOpening & coscore.MatVecOpening.$Shape} MatVecOpening
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MatVecOpening.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.MatVecOpening();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.part = value;
                        else
                            delete message.part;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for MatVecOpening
         * @function getTypeUrl
         * @memberof coscore.MatVecOpening
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        MatVecOpening.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.MatVecOpening";
        };

        return MatVecOpening;
    })();

    coscore.MatVecTerms = (function() {

        /**
         * Properties of a MatVecTerms.
         * @typedef {Object} coscore.MatVecTerms.$Properties
         * @property {Uint8Array|null} [digest] MatVecTerms digest
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MatVecTerms.
         * @memberof coscore
         * @interface IMatVecTerms
         * @augments coscore.MatVecTerms.$Properties
         * @deprecated Use coscore.MatVecTerms.$Properties instead.
         */

        /**
         * Shape of a MatVecTerms.
         * @typedef {coscore.MatVecTerms.$Properties} coscore.MatVecTerms.$Shape
         */

        /**
         * Constructs a new MatVecTerms.
         * @memberof coscore
         * @classdesc Represents a MatVecTerms.
         * @constructor
         * @param {coscore.MatVecTerms.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MatVecTerms = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MatVecTerms digest.
         * @member {Uint8Array} digest
         * @memberof coscore.MatVecTerms
         * @instance
         */
        MatVecTerms.prototype.digest = $util.newBuffer([]);

        /**
         * Creates a new MatVecTerms instance using the specified properties.
         * @function create
         * @memberof coscore.MatVecTerms
         * @static
         * @param {coscore.MatVecTerms.$Properties=} [properties] Properties to set
         * @returns {coscore.MatVecTerms} MatVecTerms instance
         * @type {{
         *   (properties: coscore.MatVecTerms.$Shape): coscore.MatVecTerms & coscore.MatVecTerms.$Shape;
         *   (properties?: coscore.MatVecTerms.$Properties): coscore.MatVecTerms;
         * }}
         */
        MatVecTerms.create = function(properties) {
            return new MatVecTerms(properties);
        };

        /**
         * Encodes the specified MatVecTerms message. Does not implicitly {@link coscore.MatVecTerms.verify|verify} messages.
         * @function encode
         * @memberof coscore.MatVecTerms
         * @static
         * @param {coscore.MatVecTerms.$Properties} message MatVecTerms message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MatVecTerms.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.digest);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MatVecTerms message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.MatVecTerms
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.MatVecTerms & coscore.MatVecTerms.$Shape} MatVecTerms
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MatVecTerms.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.MatVecTerms();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.digest = value;
                        else
                            delete message.digest;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for MatVecTerms
         * @function getTypeUrl
         * @memberof coscore.MatVecTerms
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        MatVecTerms.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.MatVecTerms";
        };

        return MatVecTerms;
    })();

    coscore.MatVecKey = (function() {

        /**
         * Properties of a MatVecKey.
         * @typedef {Object} coscore.MatVecKey.$Properties
         * @property {number|null} [index] MatVecKey index
         * @property {Uint8Array|null} [publicKey] MatVecKey publicKey
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MatVecKey.
         * @memberof coscore
         * @interface IMatVecKey
         * @augments coscore.MatVecKey.$Properties
         * @deprecated Use coscore.MatVecKey.$Properties instead.
         */

        /**
         * Shape of a MatVecKey.
         * @typedef {coscore.MatVecKey.$Properties} coscore.MatVecKey.$Shape
         */

        /**
         * Constructs a new MatVecKey.
         * @memberof coscore
         * @classdesc Represents a MatVecKey.
         * @constructor
         * @param {coscore.MatVecKey.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MatVecKey = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MatVecKey index.
         * @member {number} index
         * @memberof coscore.MatVecKey
         * @instance
         */
        MatVecKey.prototype.index = 0;

        /**
         * MatVecKey publicKey.
         * @member {Uint8Array} publicKey
         * @memberof coscore.MatVecKey
         * @instance
         */
        MatVecKey.prototype.publicKey = $util.newBuffer([]);

        /**
         * Creates a new MatVecKey instance using the specified properties.
         * @function create
         * @memberof coscore.MatVecKey
         * @static
         * @param {coscore.MatVecKey.$Properties=} [properties] Properties to set
         * @returns {coscore.MatVecKey} MatVecKey instance
         * @type {{
         *   (properties: coscore.MatVecKey.$Shape): coscore.MatVecKey & coscore.MatVecKey.$Shape;
         *   (properties?: coscore.MatVecKey.$Properties): coscore.MatVecKey;
         * }}
         */
        MatVecKey.create = function(properties) {
            return new MatVecKey(properties);
        };

        /**
         * Encodes the specified MatVecKey message. Does not implicitly {@link coscore.MatVecKey.verify|verify} messages.
         * @function encode
         * @memberof coscore.MatVecKey
         * @static
         * @param {coscore.MatVecKey.$Properties} message MatVecKey message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MatVecKey.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.index);
            if (message.publicKey != null && $Object.hasOwnProperty.call(message, "publicKey") && message.publicKey.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.publicKey);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MatVecKey message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.MatVecKey
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.MatVecKey & coscore.MatVecKey.$Shape} MatVecKey
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MatVecKey.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.MatVecKey();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.publicKey = value;
                        else
                            delete message.publicKey;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for MatVecKey
         * @function getTypeUrl
         * @memberof coscore.MatVecKey
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        MatVecKey.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.MatVecKey";
        };

        return MatVecKey;
    })();

    coscore.MatVecEncrypted = (function() {

        /**
         * Properties of a MatVecEncrypted.
         * @typedef {Object} coscore.MatVecEncrypted.$Properties
         * @property {number|null} [index] MatVecEncrypted index
         * @property {number|null} [chunk] MatVecEncrypted chunk
         * @property {Uint8Array|null} [cipher] MatVecEncrypted cipher
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MatVecEncrypted.
         * @memberof coscore
         * @interface IMatVecEncrypted
         * @augments coscore.MatVecEncrypted.$Properties
         * @deprecated Use coscore.MatVecEncrypted.$Properties instead.
         */

        /**
         * Shape of a MatVecEncrypted.
         * @typedef {coscore.MatVecEncrypted.$Properties} coscore.MatVecEncrypted.$Shape
         */

        /**
         * Constructs a new MatVecEncrypted.
         * @memberof coscore
         * @classdesc Represents a MatVecEncrypted.
         * @constructor
         * @param {coscore.MatVecEncrypted.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MatVecEncrypted = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MatVecEncrypted index.
         * @member {number} index
         * @memberof coscore.MatVecEncrypted
         * @instance
         */
        MatVecEncrypted.prototype.index = 0;

        /**
         * MatVecEncrypted chunk.
         * @member {number} chunk
         * @memberof coscore.MatVecEncrypted
         * @instance
         */
        MatVecEncrypted.prototype.chunk = 0;

        /**
         * MatVecEncrypted cipher.
         * @member {Uint8Array} cipher
         * @memberof coscore.MatVecEncrypted
         * @instance
         */
        MatVecEncrypted.prototype.cipher = $util.newBuffer([]);

        /**
         * Creates a new MatVecEncrypted instance using the specified properties.
         * @function create
         * @memberof coscore.MatVecEncrypted
         * @static
         * @param {coscore.MatVecEncrypted.$Properties=} [properties] Properties to set
         * @returns {coscore.MatVecEncrypted} MatVecEncrypted instance
         * @type {{
         *   (properties: coscore.MatVecEncrypted.$Shape): coscore.MatVecEncrypted & coscore.MatVecEncrypted.$Shape;
         *   (properties?: coscore.MatVecEncrypted.$Properties): coscore.MatVecEncrypted;
         * }}
         */
        MatVecEncrypted.create = function(properties) {
            return new MatVecEncrypted(properties);
        };

        /**
         * Encodes the specified MatVecEncrypted message. Does not implicitly {@link coscore.MatVecEncrypted.verify|verify} messages.
         * @function encode
         * @memberof coscore.MatVecEncrypted
         * @static
         * @param {coscore.MatVecEncrypted.$Properties} message MatVecEncrypted message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MatVecEncrypted.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.index);
            if (message.chunk != null && $Object.hasOwnProperty.call(message, "chunk") && message.chunk !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.chunk);
            if (message.cipher != null && $Object.hasOwnProperty.call(message, "cipher") && message.cipher.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.cipher);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MatVecEncrypted message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.MatVecEncrypted
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.MatVecEncrypted & coscore.MatVecEncrypted.$Shape} MatVecEncrypted
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MatVecEncrypted.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.MatVecEncrypted();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.chunk = value;
                        else
                            delete message.chunk;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.cipher = value;
                        else
                            delete message.cipher;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for MatVecEncrypted
         * @function getTypeUrl
         * @memberof coscore.MatVecEncrypted
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        MatVecEncrypted.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.MatVecEncrypted";
        };

        return MatVecEncrypted;
    })();

    coscore.MatVecHiddenProduct = (function() {

        /**
         * Properties of a MatVecHiddenProduct.
         * @typedef {Object} coscore.MatVecHiddenProduct.$Properties
         * @property {number|null} [index] MatVecHiddenProduct index
         * @property {number|null} [column] MatVecHiddenProduct column
         * @property {Uint8Array|null} [cipher] MatVecHiddenProduct cipher
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MatVecHiddenProduct.
         * @memberof coscore
         * @interface IMatVecHiddenProduct
         * @augments coscore.MatVecHiddenProduct.$Properties
         * @deprecated Use coscore.MatVecHiddenProduct.$Properties instead.
         */

        /**
         * Shape of a MatVecHiddenProduct.
         * @typedef {coscore.MatVecHiddenProduct.$Properties} coscore.MatVecHiddenProduct.$Shape
         */

        /**
         * Constructs a new MatVecHiddenProduct.
         * @memberof coscore
         * @classdesc Represents a MatVecHiddenProduct.
         * @constructor
         * @param {coscore.MatVecHiddenProduct.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MatVecHiddenProduct = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MatVecHiddenProduct index.
         * @member {number} index
         * @memberof coscore.MatVecHiddenProduct
         * @instance
         */
        MatVecHiddenProduct.prototype.index = 0;

        /**
         * MatVecHiddenProduct column.
         * @member {number} column
         * @memberof coscore.MatVecHiddenProduct
         * @instance
         */
        MatVecHiddenProduct.prototype.column = 0;

        /**
         * MatVecHiddenProduct cipher.
         * @member {Uint8Array} cipher
         * @memberof coscore.MatVecHiddenProduct
         * @instance
         */
        MatVecHiddenProduct.prototype.cipher = $util.newBuffer([]);

        /**
         * Creates a new MatVecHiddenProduct instance using the specified properties.
         * @function create
         * @memberof coscore.MatVecHiddenProduct
         * @static
         * @param {coscore.MatVecHiddenProduct.$Properties=} [properties] Properties to set
         * @returns {coscore.MatVecHiddenProduct} MatVecHiddenProduct instance
         * @type {{
         *   (properties: coscore.MatVecHiddenProduct.$Shape): coscore.MatVecHiddenProduct & coscore.MatVecHiddenProduct.$Shape;
         *   (properties?: coscore.MatVecHiddenProduct.$Properties): coscore.MatVecHiddenProduct;
         * }}
         */
        MatVecHiddenProduct.create = function(properties) {
            return new MatVecHiddenProduct(properties);
        };

        /**
         * Encodes the specified MatVecHiddenProduct message. Does not implicitly {@link coscore.MatVecHiddenProduct.verify|verify} messages.
         * @function encode
         * @memberof coscore.MatVecHiddenProduct
         * @static
         * @param {coscore.MatVecHiddenProduct.$Properties} message MatVecHiddenProduct message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MatVecHiddenProduct.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.index);
            if (message.column != null && $Object.hasOwnProperty.call(message, "column") && message.column !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.column);
            if (message.cipher != null && $Object.hasOwnProperty.call(message, "cipher") && message.cipher.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.cipher);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MatVecHiddenProduct message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.MatVecHiddenProduct
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.MatVecHiddenProduct & coscore.MatVecHiddenProduct.$Shape} MatVecHiddenProduct
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MatVecHiddenProduct.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.MatVecHiddenProduct();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.column = value;
                        else
                            delete message.column;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.cipher = value;
                        else
                            delete message.cipher;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for MatVecHiddenProduct
         * @function getTypeUrl
         * @memberof coscore.MatVecHiddenProduct
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        MatVecHiddenProduct.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.MatVecHiddenProduct";
        };

        return MatVecHiddenProduct;
    })();

    coscore.PoolOffer = (function() {

        /**
         * Properties of a PoolOffer.
         * @typedef {Object} coscore.PoolOffer.$Properties
         * @property {Array.<coscore.PoolBatch.$Properties>|null} [batches] PoolOffer batches
         * @property {number|null} [columns] PoolOffer columns
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a PoolOffer.
         * @memberof coscore
         * @interface IPoolOffer
         * @augments coscore.PoolOffer.$Properties
         * @deprecated Use coscore.PoolOffer.$Properties instead.
         */

        /**
         * Shape of a PoolOffer.
         * @typedef {coscore.PoolOffer.$Properties} coscore.PoolOffer.$Shape
         */

        /**
         * Constructs a new PoolOffer.
         * @memberof coscore
         * @classdesc Represents a PoolOffer.
         * @constructor
         * @param {coscore.PoolOffer.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const PoolOffer = function (properties) {
            this.batches = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * PoolOffer batches.
         * @member {Array.<coscore.PoolBatch.$Properties>} batches
         * @memberof coscore.PoolOffer
         * @instance
         */
        PoolOffer.prototype.batches = $util.emptyArray;

        /**
         * PoolOffer columns.
         * @member {number} columns
         * @memberof coscore.PoolOffer
         * @instance
         */
        PoolOffer.prototype.columns = 0;

        /**
         * Creates a new PoolOffer instance using the specified properties.
         * @function create
         * @memberof coscore.PoolOffer
         * @static
         * @param {coscore.PoolOffer.$Properties=} [properties] Properties to set
         * @returns {coscore.PoolOffer} PoolOffer instance
         * @type {{
         *   (properties: coscore.PoolOffer.$Shape): coscore.PoolOffer & coscore.PoolOffer.$Shape;
         *   (properties?: coscore.PoolOffer.$Properties): coscore.PoolOffer;
         * }}
         */
        PoolOffer.create = function(properties) {
            return new PoolOffer(properties);
        };

        /**
         * Encodes the specified PoolOffer message. Does not implicitly {@link coscore.PoolOffer.verify|verify} messages.
         * @function encode
         * @memberof coscore.PoolOffer
         * @static
         * @param {coscore.PoolOffer.$Properties} message PoolOffer message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        PoolOffer.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.batches != null && message.batches.length)
                for (let i = 0; i < message.batches.length; ++i)
                    $root.coscore.PoolBatch.encode(message.batches[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.columns != null && $Object.hasOwnProperty.call(message, "columns") && message.columns !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.columns);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a PoolOffer message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.PoolOffer
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.PoolOffer & coscore.PoolOffer.$Shape} PoolOffer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        PoolOffer.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.PoolOffer();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.batches && message.batches.length))
                            message.batches = [];
                        message.batches.push($root.coscore.PoolBatch.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.columns = value;
                        else
                            delete message.columns;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for PoolOffer
         * @function getTypeUrl
         * @memberof coscore.PoolOffer
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        PoolOffer.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.PoolOffer";
        };

        return PoolOffer;
    })();

    coscore.PoolBatch = (function() {

        /**
         * Properties of a PoolBatch.
         * @typedef {Object} coscore.PoolBatch.$Properties
         * @property {string|null} [id] PoolBatch id
         * @property {number|null} [columns] PoolBatch columns
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a PoolBatch.
         * @memberof coscore
         * @interface IPoolBatch
         * @augments coscore.PoolBatch.$Properties
         * @deprecated Use coscore.PoolBatch.$Properties instead.
         */

        /**
         * Shape of a PoolBatch.
         * @typedef {coscore.PoolBatch.$Properties} coscore.PoolBatch.$Shape
         */

        /**
         * Constructs a new PoolBatch.
         * @memberof coscore
         * @classdesc Represents a PoolBatch.
         * @constructor
         * @param {coscore.PoolBatch.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const PoolBatch = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * PoolBatch id.
         * @member {string} id
         * @memberof coscore.PoolBatch
         * @instance
         */
        PoolBatch.prototype.id = "";

        /**
         * PoolBatch columns.
         * @member {number} columns
         * @memberof coscore.PoolBatch
         * @instance
         */
        PoolBatch.prototype.columns = 0;

        /**
         * Creates a new PoolBatch instance using the specified properties.
         * @function create
         * @memberof coscore.PoolBatch
         * @static
         * @param {coscore.PoolBatch.$Properties=} [properties] Properties to set
         * @returns {coscore.PoolBatch} PoolBatch instance
         * @type {{
         *   (properties: coscore.PoolBatch.$Shape): coscore.PoolBatch & coscore.PoolBatch.$Shape;
         *   (properties?: coscore.PoolBatch.$Properties): coscore.PoolBatch;
         * }}
         */
        PoolBatch.create = function(properties) {
            return new PoolBatch(properties);
        };

        /**
         * Encodes the specified PoolBatch message. Does not implicitly {@link coscore.PoolBatch.verify|verify} messages.
         * @function encode
         * @memberof coscore.PoolBatch
         * @static
         * @param {coscore.PoolBatch.$Properties} message PoolBatch message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        PoolBatch.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
            if (message.columns != null && $Object.hasOwnProperty.call(message, "columns") && message.columns !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.columns);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a PoolBatch message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.PoolBatch
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.PoolBatch & coscore.PoolBatch.$Shape} PoolBatch
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        PoolBatch.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.PoolBatch();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.columns = value;
                        else
                            delete message.columns;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for PoolBatch
         * @function getTypeUrl
         * @memberof coscore.PoolBatch
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        PoolBatch.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.PoolBatch";
        };

        return PoolBatch;
    })();

    coscore.PoolAnswer = (function() {

        /**
         * Properties of a PoolAnswer.
         * @typedef {Object} coscore.PoolAnswer.$Properties
         * @property {Array.<string>|null} [held] PoolAnswer held
         * @property {Array.<string>|null} [missing] PoolAnswer missing
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a PoolAnswer.
         * @memberof coscore
         * @interface IPoolAnswer
         * @augments coscore.PoolAnswer.$Properties
         * @deprecated Use coscore.PoolAnswer.$Properties instead.
         */

        /**
         * Shape of a PoolAnswer.
         * @typedef {coscore.PoolAnswer.$Properties} coscore.PoolAnswer.$Shape
         */

        /**
         * Constructs a new PoolAnswer.
         * @memberof coscore
         * @classdesc Represents a PoolAnswer.
         * @constructor
         * @param {coscore.PoolAnswer.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const PoolAnswer = function (properties) {
            this.held = [];
            this.missing = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * PoolAnswer held.
         * @member {Array.<string>} held
         * @memberof coscore.PoolAnswer
         * @instance
         */
        PoolAnswer.prototype.held = $util.emptyArray;

        /**
         * PoolAnswer missing.
         * @member {Array.<string>} missing
         * @memberof coscore.PoolAnswer
         * @instance
         */
        PoolAnswer.prototype.missing = $util.emptyArray;

        /**
         * Creates a new PoolAnswer instance using the specified properties.
         * @function create
         * @memberof coscore.PoolAnswer
         * @static
         * @param {coscore.PoolAnswer.$Properties=} [properties] Properties to set
         * @returns {coscore.PoolAnswer} PoolAnswer instance
         * @type {{
         *   (properties: coscore.PoolAnswer.$Shape): coscore.PoolAnswer & coscore.PoolAnswer.$Shape;
         *   (properties?: coscore.PoolAnswer.$Properties): coscore.PoolAnswer;
         * }}
         */
        PoolAnswer.create = function(properties) {
            return new PoolAnswer(properties);
        };

        /**
         * Encodes the specified PoolAnswer message. Does not implicitly {@link coscore.PoolAnswer.verify|verify} messages.
         * @function encode
         * @memberof coscore.PoolAnswer
         * @static
         * @param {coscore.PoolAnswer.$Properties} message PoolAnswer message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        PoolAnswer.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.held != null && message.held.length)
                for (let i = 0; i < message.held.length; ++i)
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.held[i]);
            if (message.missing != null && message.missing.length)
                for (let i = 0; i < message.missing.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.missing[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a PoolAnswer message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.PoolAnswer
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.PoolAnswer & coscore.PoolAnswer.$Shape} PoolAnswer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        PoolAnswer.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.PoolAnswer();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.held && message.held.length))
                            message.held = [];
                        message.held.push(reader.stringVerify());
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.missing && message.missing.length))
                            message.missing = [];
                        message.missing.push(reader.stringVerify());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for PoolAnswer
         * @function getTypeUrl
         * @memberof coscore.PoolAnswer
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        PoolAnswer.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.PoolAnswer";
        };

        return PoolAnswer;
    })();

    coscore.PoolStored = (function() {

        /**
         * Properties of a PoolStored.
         * @typedef {Object} coscore.PoolStored.$Properties
         * @property {number|null} [batch] PoolStored batch
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a PoolStored.
         * @memberof coscore
         * @interface IPoolStored
         * @augments coscore.PoolStored.$Properties
         * @deprecated Use coscore.PoolStored.$Properties instead.
         */

        /**
         * Shape of a PoolStored.
         * @typedef {coscore.PoolStored.$Properties} coscore.PoolStored.$Shape
         */

        /**
         * Constructs a new PoolStored.
         * @memberof coscore
         * @classdesc Represents a PoolStored.
         * @constructor
         * @param {coscore.PoolStored.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const PoolStored = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * PoolStored batch.
         * @member {number} batch
         * @memberof coscore.PoolStored
         * @instance
         */
        PoolStored.prototype.batch = 0;

        /**
         * Creates a new PoolStored instance using the specified properties.
         * @function create
         * @memberof coscore.PoolStored
         * @static
         * @param {coscore.PoolStored.$Properties=} [properties] Properties to set
         * @returns {coscore.PoolStored} PoolStored instance
         * @type {{
         *   (properties: coscore.PoolStored.$Shape): coscore.PoolStored & coscore.PoolStored.$Shape;
         *   (properties?: coscore.PoolStored.$Properties): coscore.PoolStored;
         * }}
         */
        PoolStored.create = function(properties) {
            return new PoolStored(properties);
        };

        /**
         * Encodes the specified PoolStored message. Does not implicitly {@link coscore.PoolStored.verify|verify} messages.
         * @function encode
         * @memberof coscore.PoolStored
         * @static
         * @param {coscore.PoolStored.$Properties} message PoolStored message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        PoolStored.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.batch != null && $Object.hasOwnProperty.call(message, "batch") && message.batch !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.batch);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a PoolStored message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.PoolStored
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.PoolStored & coscore.PoolStored.$Shape} PoolStored
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        PoolStored.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.PoolStored();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.batch = value;
                        else
                            delete message.batch;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for PoolStored
         * @function getTypeUrl
         * @memberof coscore.PoolStored
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        PoolStored.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.PoolStored";
        };

        return PoolStored;
    })();

    coscore.ScoreTerms = (function() {

        /**
         * Properties of a ScoreTerms.
         * @typedef {Object} coscore.ScoreTerms.$Properties
         * @property {string|null} [model] ScoreTerms model
         * @property {number|null} [rows] ScoreTerms rows
         * @property {Uint8Array|null} [shardDigest] ScoreTerms shardDigest
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ScoreTerms.
         * @memberof coscore
         * @interface IScoreTerms
         * @augments coscore.ScoreTerms.$Properties
         * @deprecated Use coscore.ScoreTerms.$Properties instead.
         */

        /**
         * Shape of a ScoreTerms.
         * @typedef {coscore.ScoreTerms.$Properties} coscore.ScoreTerms.$Shape
         */

        /**
         * Constructs a new ScoreTerms.
         * @memberof coscore
         * @classdesc Represents a ScoreTerms.
         * @constructor
         * @param {coscore.ScoreTerms.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ScoreTerms = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ScoreTerms model.
         * @member {string} model
         * @memberof coscore.ScoreTerms
         * @instance
         */
        ScoreTerms.prototype.model = "";

        /**
         * ScoreTerms rows.
         * @member {number} rows
         * @memberof coscore.ScoreTerms
         * @instance
         */
        ScoreTerms.prototype.rows = 0;

        /**
         * ScoreTerms shardDigest.
         * @member {Uint8Array} shardDigest
         * @memberof coscore.ScoreTerms
         * @instance
         */
        ScoreTerms.prototype.shardDigest = $util.newBuffer([]);

        /**
         * Creates a new ScoreTerms instance using the specified properties.
         * @function create
         * @memberof coscore.ScoreTerms
         * @static
         * @param {coscore.ScoreTerms.$Properties=} [properties] Properties to set
         * @returns {coscore.ScoreTerms} ScoreTerms instance
         * @type {{
         *   (properties: coscore.ScoreTerms.$Shape): coscore.ScoreTerms & coscore.ScoreTerms.$Shape;
         *   (properties?: coscore.ScoreTerms.$Properties): coscore.ScoreTerms;
         * }}
         */
        ScoreTerms.create = function(properties) {
            return new ScoreTerms(properties);
        };

        /**
         * Encodes the specified ScoreTerms message. Does not implicitly {@link coscore.ScoreTerms.verify|verify} messages.
         * @function encode
         * @memberof coscore.ScoreTerms
         * @static
         * @param {coscore.ScoreTerms.$Properties} message ScoreTerms message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ScoreTerms.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.model != null && $Object.hasOwnProperty.call(message, "model") && message.model !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.model);
            if (message.rows != null && $Object.hasOwnProperty.call(message, "rows") && message.rows !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.rows);
            if (message.shardDigest != null && $Object.hasOwnProperty.call(message, "shardDigest") && message.shardDigest.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.shardDigest);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ScoreTerms message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.ScoreTerms
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.ScoreTerms & coscore.ScoreTerms.$Shape} ScoreTerms
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ScoreTerms.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.ScoreTerms();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.model = value;
                        else
                            delete message.model;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.rows = value;
                        else
                            delete message.rows;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.shardDigest = value;
                        else
                            delete message.shardDigest;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for ScoreTerms
         * @function getTypeUrl
         * @memberof coscore.ScoreTerms
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ScoreTerms.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.ScoreTerms";
        };

        return ScoreTerms;
    })();

    coscore.ScorePoints = (function() {

        /**
         * Properties of a ScorePoints.
         * @typedef {Object} coscore.ScorePoints.$Properties
         * @property {Array.<string>|null} [features] ScorePoints features
         * @property {Uint8Array|null} [values] ScorePoints values
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ScorePoints.
         * @memberof coscore
         * @interface IScorePoints
         * @augments coscore.ScorePoints.$Properties
         * @deprecated Use coscore.ScorePoints.$Properties instead.
         */

        /**
         * Shape of a ScorePoints.
         * @typedef {coscore.ScorePoints.$Properties} coscore.ScorePoints.$Shape
         */

        /**
         * Constructs a new ScorePoints.
         * @memberof coscore
         * @classdesc Represents a ScorePoints.
         * @constructor
         * @param {coscore.ScorePoints.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ScorePoints = function (properties) {
            this.features = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ScorePoints features.
         * @member {Array.<string>} features
         * @memberof coscore.ScorePoints
         * @instance
         */
        ScorePoints.prototype.features = $util.emptyArray;

        /**
         * ScorePoints values.
         * @member {Uint8Array} values
         * @memberof coscore.ScorePoints
         * @instance
         */
        ScorePoints.prototype.values = $util.newBuffer([]);

        /**
         * Creates a new ScorePoints instance using the specified properties.
         * @function create
         * @memberof coscore.ScorePoints
         * @static
         * @param {coscore.ScorePoints.$Properties=} [properties] Properties to set
         * @returns {coscore.ScorePoints} ScorePoints instance
         * @type {{
         *   (properties: coscore.ScorePoints.$Shape): coscore.ScorePoints & coscore.ScorePoints.$Shape;
         *   (properties?: coscore.ScorePoints.$Properties): coscore.ScorePoints;
         * }}
         */
        ScorePoints.create = function(properties) {
            return new ScorePoints(properties);
        };

        /**
         * Encodes the specified ScorePoints message. Does not implicitly {@link coscore.ScorePoints.verify|verify} messages.
         * @function encode
         * @memberof coscore.ScorePoints
         * @static
         * @param {coscore.ScorePoints.$Properties} message ScorePoints message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ScorePoints.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.features != null && message.features.length)
                for (let i = 0; i < message.features.length; ++i)
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.features[i]);
            if (message.values != null && $Object.hasOwnProperty.call(message, "values") && message.values.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.values);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ScorePoints message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.ScorePoints
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.ScorePoints & coscore.ScorePoints.$Shape} ScorePoints
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ScorePoints.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.ScorePoints();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.features && message.features.length))
                            message.features = [];
                        message.features.push(reader.stringVerify());
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.values = value;
                        else
                            delete message.values;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for ScorePoints
         * @function getTypeUrl
         * @memberof coscore.ScorePoints
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ScorePoints.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.ScorePoints";
        };

        return ScorePoints;
    })();

    coscore.ScoreSides = (function() {

        /**
         * Properties of a ScoreSides.
         * @typedef {Object} coscore.ScoreSides.$Properties
         * @property {Uint8Array|null} [left] ScoreSides left
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ScoreSides.
         * @memberof coscore
         * @interface IScoreSides
         * @augments coscore.ScoreSides.$Properties
         * @deprecated Use coscore.ScoreSides.$Properties instead.
         */

        /**
         * Shape of a ScoreSides.
         * @typedef {coscore.ScoreSides.$Properties} coscore.ScoreSides.$Shape
         */

        /**
         * Constructs a new ScoreSides.
         * @memberof coscore
         * @classdesc Represents a ScoreSides.
         * @constructor
         * @param {coscore.ScoreSides.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ScoreSides = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ScoreSides left.
         * @member {Uint8Array} left
         * @memberof coscore.ScoreSides
         * @instance
         */
        ScoreSides.prototype.left = $util.newBuffer([]);

        /**
         * Creates a new ScoreSides instance using the specified properties.
         * @function create
         * @memberof coscore.ScoreSides
         * @static
         * @param {coscore.ScoreSides.$Properties=} [properties] Properties to set
         * @returns {coscore.ScoreSides} ScoreSides instance
         * @type {{
         *   (properties: coscore.ScoreSides.$Shape): coscore.ScoreSides & coscore.ScoreSides.$Shape;
         *   (properties?: coscore.ScoreSides.$Properties): coscore.ScoreSides;
         * }}
         */
        ScoreSides.create = function(properties) {
            return new ScoreSides(properties);
        };

        /**
         * Encodes the specified ScoreSides message. Does not implicitly {@link coscore.ScoreSides.verify|verify} messages.
         * @function encode
         * @memberof coscore.ScoreSides
         * @static
         * @param {coscore.ScoreSides.$Properties} message ScoreSides message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ScoreSides.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.left != null && $Object.hasOwnProperty.call(message, "left") && message.left.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.left);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ScoreSides message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.ScoreSides
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.ScoreSides & coscore.ScoreSides.$Shape} ScoreSides
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ScoreSides.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.ScoreSides();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.left = value;
                        else
                            delete message.left;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for ScoreSides
         * @function getTypeUrl
         * @memberof coscore.ScoreSides
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ScoreSides.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.ScoreSides";
        };

        return ScoreSides;
    })();

    coscore.SecureSumKeys = (function() {

        /**
         * Properties of a SecureSumKeys.
         * @typedef {Object} coscore.SecureSumKeys.$Properties
         * @property {Uint8Array|null} [digest] SecureSumKeys digest
         * @property {Uint8Array|null} [shareKey] SecureSumKeys shareKey
         * @property {Uint8Array|null} [maskKey] SecureSumKeys maskKey
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SecureSumKeys.
         * @memberof coscore
         * @interface ISecureSumKeys
         * @augments coscore.SecureSumKeys.$Properties
         * @deprecated Use coscore.SecureSumKeys.$Properties instead.
         */

        /**
         * Shape of a SecureSumKeys.
         * @typedef {coscore.SecureSumKeys.$Properties} coscore.SecureSumKeys.$Shape
         */

        /**
         * Constructs a new SecureSumKeys.
         * @memberof coscore
         * @classdesc Represents a SecureSumKeys.
         * @constructor
         * @param {coscore.SecureSumKeys.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SecureSumKeys = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SecureSumKeys digest.
         * @member {Uint8Array} digest
         * @memberof coscore.SecureSumKeys
         * @instance
         */
        SecureSumKeys.prototype.digest = $util.newBuffer([]);

        /**
         * SecureSumKeys shareKey.
         * @member {Uint8Array} shareKey
         * @memberof coscore.SecureSumKeys
         * @instance
         */
        SecureSumKeys.prototype.shareKey = $util.newBuffer([]);

        /**
         * SecureSumKeys maskKey.
         * @member {Uint8Array} maskKey
         * @memberof coscore.SecureSumKeys
         * @instance
         */
        SecureSumKeys.prototype.maskKey = $util.newBuffer([]);

        /**
         * Creates a new SecureSumKeys instance using the specified properties.
         * @function create
         * @memberof coscore.SecureSumKeys
         * @static
         * @param {coscore.SecureSumKeys.$Properties=} [properties] Properties to set
         * @returns {coscore.SecureSumKeys} SecureSumKeys instance
         * @type {{
         *   (properties: coscore.SecureSumKeys.$Shape): coscore.SecureSumKeys & coscore.SecureSumKeys.$Shape;
         *   (properties?: coscore.SecureSumKeys.$Properties): coscore.SecureSumKeys;
         * }}
         */
        SecureSumKeys.create = function(properties) {
            return new SecureSumKeys(properties);
        };

        /**
         * Encodes the specified SecureSumKeys message. Does not implicitly {@link coscore.SecureSumKeys.verify|verify} messages.
         * @function encode
         * @memberof coscore.SecureSumKeys
         * @static
         * @param {coscore.SecureSumKeys.$Properties} message SecureSumKeys message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SecureSumKeys.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.digest);
            if (message.shareKey != null && $Object.hasOwnProperty.call(message, "shareKey") && message.shareKey.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.shareKey);
            if (message.maskKey != null && $Object.hasOwnProperty.call(message, "maskKey") && message.maskKey.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.maskKey);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SecureSumKeys message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.SecureSumKeys
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.SecureSumKeys & coscore.SecureSumKeys.$Shape} SecureSumKeys
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SecureSumKeys.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.SecureSumKeys();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.digest = value;
                        else
                            delete message.digest;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.shareKey = value;
                        else
                            delete message.shareKey;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.maskKey = value;
                        else
                            delete message.maskKey;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for SecureSumKeys
         * @function getTypeUrl
         * @memberof coscore.SecureSumKeys
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SecureSumKeys.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.SecureSumKeys";
        };

        return SecureSumKeys;
    })();

    coscore.SecureSumRoster = (function() {

        /**
         * Properties of a SecureSumRoster.
         * @typedef {Object} coscore.SecureSumRoster.$Properties
         * @property {Uint8Array|null} [members] SecureSumRoster members
         * @property {Uint8Array|null} [shareKeys] SecureSumRoster shareKeys
         * @property {Uint8Array|null} [maskKeys] SecureSumRoster maskKeys
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SecureSumRoster.
         * @memberof coscore
         * @interface ISecureSumRoster
         * @augments coscore.SecureSumRoster.$Properties
         * @deprecated Use coscore.SecureSumRoster.$Properties instead.
         */

        /**
         * Shape of a SecureSumRoster.
         * @typedef {coscore.SecureSumRoster.$Properties} coscore.SecureSumRoster.$Shape
         */

        /**
         * Constructs a new SecureSumRoster.
         * @memberof coscore
         * @classdesc Represents a SecureSumRoster.
         * @constructor
         * @param {coscore.SecureSumRoster.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SecureSumRoster = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SecureSumRoster members.
         * @member {Uint8Array} members
         * @memberof coscore.SecureSumRoster
         * @instance
         */
        SecureSumRoster.prototype.members = $util.newBuffer([]);

        /**
         * SecureSumRoster shareKeys.
         * @member {Uint8Array} shareKeys
         * @memberof coscore.SecureSumRoster
         * @instance
         */
        SecureSumRoster.prototype.shareKeys = $util.newBuffer([]);

        /**
         * SecureSumRoster maskKeys.
         * @member {Uint8Array} maskKeys
         * @memberof coscore.SecureSumRoster
         * @instance
         */
        SecureSumRoster.prototype.maskKeys = $util.newBuffer([]);

        /**
         * Creates a new SecureSumRoster instance using the specified properties.
         * @function create
         * @memberof coscore.SecureSumRoster
         * @static
         * @param {coscore.SecureSumRoster.$Properties=} [properties] Properties to set
         * @returns {coscore.SecureSumRoster} SecureSumRoster instance
         * @type {{
         *   (properties: coscore.SecureSumRoster.$Shape): coscore.SecureSumRoster & coscore.SecureSumRoster.$Shape;
         *   (properties?: coscore.SecureSumRoster.$Properties): coscore.SecureSumRoster;
         * }}
         */
        SecureSumRoster.create = function(properties) {
            return new SecureSumRoster(properties);
        };

        /**
         * Encodes the specified SecureSumRoster message. Does not implicitly {@link coscore.SecureSumRoster.verify|verify} messages.
         * @function encode
         * @memberof coscore.SecureSumRoster
         * @static
         * @param {coscore.SecureSumRoster.$Properties} message SecureSumRoster message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SecureSumRoster.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.members != null && $Object.hasOwnProperty.call(message, "members") && message.members.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.members);
            if (message.shareKeys != null && $Object.hasOwnProperty.call(message, "shareKeys") && message.shareKeys.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.shareKeys);
            if (message.maskKeys != null && $Object.hasOwnProperty.call(message, "maskKeys") && message.maskKeys.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.maskKeys);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SecureSumRoster message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.SecureSumRoster
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.SecureSumRoster & coscore.SecureSumRoster.$Shape} SecureSumRoster
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SecureSumRoster.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.SecureSumRoster();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.members = value;
                        else
                            delete message.members;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.shareKeys = value;
                        else
                            delete message.shareKeys;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.maskKeys = value;
                        else
                            delete message.maskKeys;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for SecureSumRoster
         * @function getTypeUrl
         * @memberof coscore.SecureSumRoster
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SecureSumRoster.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.SecureSumRoster";
        };

        return SecureSumRoster;
    })();

    coscore.SecureSumShares = (function() {

        /**
         * Properties of a SecureSumShares.
         * @typedef {Object} coscore.SecureSumShares.$Properties
         * @property {Uint8Array|null} [members] SecureSumShares members
         * @property {Uint8Array|null} [ciphertexts] SecureSumShares ciphertexts
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SecureSumShares.
         * @memberof coscore
         * @interface ISecureSumShares
         * @augments coscore.SecureSumShares.$Properties
         * @deprecated Use coscore.SecureSumShares.$Properties instead.
         */

        /**
         * Shape of a SecureSumShares.
         * @typedef {coscore.SecureSumShares.$Properties} coscore.SecureSumShares.$Shape
         */

        /**
         * Constructs a new SecureSumShares.
         * @memberof coscore
         * @classdesc Represents a SecureSumShares.
         * @constructor
         * @param {coscore.SecureSumShares.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SecureSumShares = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SecureSumShares members.
         * @member {Uint8Array} members
         * @memberof coscore.SecureSumShares
         * @instance
         */
        SecureSumShares.prototype.members = $util.newBuffer([]);

        /**
         * SecureSumShares ciphertexts.
         * @member {Uint8Array} ciphertexts
         * @memberof coscore.SecureSumShares
         * @instance
         */
        SecureSumShares.prototype.ciphertexts = $util.newBuffer([]);

        /**
         * Creates a new SecureSumShares instance using the specified properties.
         * @function create
         * @memberof coscore.SecureSumShares
         * @static
         * @param {coscore.SecureSumShares.$Properties=} [properties] Properties to set
         * @returns {coscore.SecureSumShares} SecureSumShares instance
         * @type {{
         *   (properties: coscore.SecureSumShares.$Shape): coscore.SecureSumShares & coscore.SecureSumShares.$Shape;
         *   (properties?: coscore.SecureSumShares.$Properties): coscore.SecureSumShares;
         * }}
         */
        SecureSumShares.create = function(properties) {
            return new SecureSumShares(properties);
        };

        /**
         * Encodes the specified SecureSumShares message. Does not implicitly {@link coscore.SecureSumShares.verify|verify} messages.
         * @function encode
         * @memberof coscore.SecureSumShares
         * @static
         * @param {coscore.SecureSumShares.$Properties} message SecureSumShares message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SecureSumShares.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.members != null && $Object.hasOwnProperty.call(message, "members") && message.members.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.members);
            if (message.ciphertexts != null && $Object.hasOwnProperty.call(message, "ciphertexts") && message.ciphertexts.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.ciphertexts);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SecureSumShares message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.SecureSumShares
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.SecureSumShares & coscore.SecureSumShares.$Shape} SecureSumShares
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SecureSumShares.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.SecureSumShares();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.members = value;
                        else
                            delete message.members;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.ciphertexts = value;
                        else
                            delete message.ciphertexts;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for SecureSumShares
         * @function getTypeUrl
         * @memberof coscore.SecureSumShares
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SecureSumShares.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.SecureSumShares";
        };

        return SecureSumShares;
    })();

    coscore.SecureSumMasked = (function() {

        /**
         * Properties of a SecureSumMasked.
         * @typedef {Object} coscore.SecureSumMasked.$Properties
         * @property {Uint8Array|null} [values] SecureSumMasked values
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SecureSumMasked.
         * @memberof coscore
         * @interface ISecureSumMasked
         * @augments coscore.SecureSumMasked.$Properties
         * @deprecated Use coscore.SecureSumMasked.$Properties instead.
         */

        /**
         * Shape of a SecureSumMasked.
         * @typedef {coscore.SecureSumMasked.$Properties} coscore.SecureSumMasked.$Shape
         */

        /**
         * Constructs a new SecureSumMasked.
         * @memberof coscore
         * @classdesc Represents a SecureSumMasked.
         * @constructor
         * @param {coscore.SecureSumMasked.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SecureSumMasked = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SecureSumMasked values.
         * @member {Uint8Array} values
         * @memberof coscore.SecureSumMasked
         * @instance
         */
        SecureSumMasked.prototype.values = $util.newBuffer([]);

        /**
         * Creates a new SecureSumMasked instance using the specified properties.
         * @function create
         * @memberof coscore.SecureSumMasked
         * @static
         * @param {coscore.SecureSumMasked.$Properties=} [properties] Properties to set
         * @returns {coscore.SecureSumMasked} SecureSumMasked instance
         * @type {{
         *   (properties: coscore.SecureSumMasked.$Shape): coscore.SecureSumMasked & coscore.SecureSumMasked.$Shape;
         *   (properties?: coscore.SecureSumMasked.$Properties): coscore.SecureSumMasked;
         * }}
         */
        SecureSumMasked.create = function(properties) {
            return new SecureSumMasked(properties);
        };

        /**
         * Encodes the specified SecureSumMasked message. Does not implicitly {@link coscore.SecureSumMasked.verify|verify} messages.
         * @function encode
         * @memberof coscore.SecureSumMasked
         * @static
         * @param {coscore.SecureSumMasked.$Properties} message SecureSumMasked message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SecureSumMasked.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.values != null && $Object.hasOwnProperty.call(message, "values") && message.values.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.values);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SecureSumMasked message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.SecureSumMasked
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.SecureSumMasked & coscore.SecureSumMasked.$Shape} SecureSumMasked
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SecureSumMasked.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.SecureSumMasked();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.values = value;
                        else
                            delete message.values;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for SecureSumMasked
         * @function getTypeUrl
         * @memberof coscore.SecureSumMasked
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SecureSumMasked.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.SecureSumMasked";
        };

        return SecureSumMasked;
    })();

    coscore.SecureSumSurvivors = (function() {

        /**
         * Properties of a SecureSumSurvivors.
         * @typedef {Object} coscore.SecureSumSurvivors.$Properties
         * @property {Uint8Array|null} [members] SecureSumSurvivors members
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SecureSumSurvivors.
         * @memberof coscore
         * @interface ISecureSumSurvivors
         * @augments coscore.SecureSumSurvivors.$Properties
         * @deprecated Use coscore.SecureSumSurvivors.$Properties instead.
         */

        /**
         * Shape of a SecureSumSurvivors.
         * @typedef {coscore.SecureSumSurvivors.$Properties} coscore.SecureSumSurvivors.$Shape
         */

        /**
         * Constructs a new SecureSumSurvivors.
         * @memberof coscore
         * @classdesc Represents a SecureSumSurvivors.
         * @constructor
         * @param {coscore.SecureSumSurvivors.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SecureSumSurvivors = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SecureSumSurvivors members.
         * @member {Uint8Array} members
         * @memberof coscore.SecureSumSurvivors
         * @instance
         */
        SecureSumSurvivors.prototype.members = $util.newBuffer([]);

        /**
         * Creates a new SecureSumSurvivors instance using the specified properties.
         * @function create
         * @memberof coscore.SecureSumSurvivors
         * @static
         * @param {coscore.SecureSumSurvivors.$Properties=} [properties] Properties to set
         * @returns {coscore.SecureSumSurvivors} SecureSumSurvivors instance
         * @type {{
         *   (properties: coscore.SecureSumSurvivors.$Shape): coscore.SecureSumSurvivors & coscore.SecureSumSurvivors.$Shape;
         *   (properties?: coscore.SecureSumSurvivors.$Properties): coscore.SecureSumSurvivors;
         * }}
         */
        SecureSumSurvivors.create = function(properties) {
            return new SecureSumSurvivors(properties);
        };

        /**
         * Encodes the specified SecureSumSurvivors message. Does not implicitly {@link coscore.SecureSumSurvivors.verify|verify} messages.
         * @function encode
         * @memberof coscore.SecureSumSurvivors
         * @static
         * @param {coscore.SecureSumSurvivors.$Properties} message SecureSumSurvivors message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SecureSumSurvivors.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.members != null && $Object.hasOwnProperty.call(message, "members") && message.members.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.members);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SecureSumSurvivors message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.SecureSumSurvivors
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.SecureSumSurvivors & coscore.SecureSumSurvivors.$Shape} SecureSumSurvivors
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SecureSumSurvivors.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.SecureSumSurvivors();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.members = value;
                        else
                            delete message.members;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for SecureSumSurvivors
         * @function getTypeUrl
         * @memberof coscore.SecureSumSurvivors
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SecureSumSurvivors.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.SecureSumSurvivors";
        };

        return SecureSumSurvivors;
    })();

    coscore.SecureSumUnmask = (function() {

        /**
         * Properties of a SecureSumUnmask.
         * @typedef {Object} coscore.SecureSumUnmask.$Properties
         * @property {Uint8Array|null} [shares] SecureSumUnmask shares
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SecureSumUnmask.
         * @memberof coscore
         * @interface ISecureSumUnmask
         * @augments coscore.SecureSumUnmask.$Properties
         * @deprecated Use coscore.SecureSumUnmask.$Properties instead.
         */

        /**
         * Shape of a SecureSumUnmask.
         * @typedef {coscore.SecureSumUnmask.$Properties} coscore.SecureSumUnmask.$Shape
         */

        /**
         * Constructs a new SecureSumUnmask.
         * @memberof coscore
         * @classdesc Represents a SecureSumUnmask.
         * @constructor
         * @param {coscore.SecureSumUnmask.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SecureSumUnmask = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SecureSumUnmask shares.
         * @member {Uint8Array} shares
         * @memberof coscore.SecureSumUnmask
         * @instance
         */
        SecureSumUnmask.prototype.shares = $util.newBuffer([]);

        /**
         * Creates a new SecureSumUnmask instance using the specified properties.
         * @function create
         * @memberof coscore.SecureSumUnmask
         * @static
         * @param {coscore.SecureSumUnmask.$Properties=} [properties] Properties to set
         * @returns {coscore.SecureSumUnmask} SecureSumUnmask instance
         * @type {{
         *   (properties: coscore.SecureSumUnmask.$Shape): coscore.SecureSumUnmask & coscore.SecureSumUnmask.$Shape;
         *   (properties?: coscore.SecureSumUnmask.$Properties): coscore.SecureSumUnmask;
         * }}
         */
        SecureSumUnmask.create = function(properties) {
            return new SecureSumUnmask(properties);
        };

        /**
         * Encodes the specified SecureSumUnmask message. Does not implicitly {@link coscore.SecureSumUnmask.verify|verify} messages.
         * @function encode
         * @memberof coscore.SecureSumUnmask
         * @static
         * @param {coscore.SecureSumUnmask.$Properties} message SecureSumUnmask message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SecureSumUnmask.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.shares != null && $Object.hasOwnProperty.call(message, "shares") && message.shares.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.shares);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SecureSumUnmask message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.SecureSumUnmask
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.SecureSumUnmask & coscore.SecureSumUnmask.$Shape} SecureSumUnmask
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SecureSumUnmask.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.SecureSumUnmask();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.shares = value;
                        else
                            delete message.shares;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for SecureSumUnmask
         * @function getTypeUrl
         * @memberof coscore.SecureSumUnmask
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SecureSumUnmask.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.SecureSumUnmask";
        };

        return SecureSumUnmask;
    })();

    coscore.SecureSumTotal = (function() {

        /**
         * Properties of a SecureSumTotal.
         * @typedef {Object} coscore.SecureSumTotal.$Properties
         * @property {Uint8Array|null} [members] SecureSumTotal members
         * @property {Uint8Array|null} [values] SecureSumTotal values
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SecureSumTotal.
         * @memberof coscore
         * @interface ISecureSumTotal
         * @augments coscore.SecureSumTotal.$Properties
         * @deprecated Use coscore.SecureSumTotal.$Properties instead.
         */

        /**
         * Shape of a SecureSumTotal.
         * @typedef {coscore.SecureSumTotal.$Properties} coscore.SecureSumTotal.$Shape
         */

        /**
         * Constructs a new SecureSumTotal.
         * @memberof coscore
         * @classdesc Represents a SecureSumTotal.
         * @constructor
         * @param {coscore.SecureSumTotal.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SecureSumTotal = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SecureSumTotal members.
         * @member {Uint8Array} members
         * @memberof coscore.SecureSumTotal
         * @instance
         */
        SecureSumTotal.prototype.members = $util.newBuffer([]);

        /**
         * SecureSumTotal values.
         * @member {Uint8Array} values
         * @memberof coscore.SecureSumTotal
         * @instance
         */
        SecureSumTotal.prototype.values = $util.newBuffer([]);

        /**
         * Creates a new SecureSumTotal instance using the specified properties.
         * @function create
         * @memberof coscore.SecureSumTotal
         * @static
         * @param {coscore.SecureSumTotal.$Properties=} [properties] Properties to set
         * @returns {coscore.SecureSumTotal} SecureSumTotal instance
         * @type {{
         *   (properties: coscore.SecureSumTotal.$Shape): coscore.SecureSumTotal & coscore.SecureSumTotal.$Shape;
         *   (properties?: coscore.SecureSumTotal.$Properties): coscore.SecureSumTotal;
         * }}
         */
        SecureSumTotal.create = function(properties) {
            return new SecureSumTotal(properties);
        };

        /**
         * Encodes the specified SecureSumTotal message. Does not implicitly {@link coscore.SecureSumTotal.verify|verify} messages.
         * @function encode
         * @memberof coscore.SecureSumTotal
         * @static
         * @param {coscore.SecureSumTotal.$Properties} message SecureSumTotal message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SecureSumTotal.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.members != null && $Object.hasOwnProperty.call(message, "members") && message.members.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.members);
            if (message.values != null && $Object.hasOwnProperty.call(message, "values") && message.values.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.values);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SecureSumTotal message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.SecureSumTotal
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.SecureSumTotal & coscore.SecureSumTotal.$Shape} SecureSumTotal
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SecureSumTotal.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.SecureSumTotal();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.members = value;
                        else
                            delete message.members;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.values = value;
                        else
                            delete message.values;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for SecureSumTotal
         * @function getTypeUrl
         * @memberof coscore.SecureSumTotal
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SecureSumTotal.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.SecureSumTotal";
        };

        return SecureSumTotal;
    })();

    coscore.ZeroSumHello = (function() {

        /**
         * Properties of a ZeroSumHello.
         * @typedef {Object} coscore.ZeroSumHello.$Properties
         * @property {Uint8Array|null} [digest] ZeroSumHello digest
         * @property {Uint8Array|null} [publicKey] ZeroSumHello publicKey
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ZeroSumHello.
         * @memberof coscore
         * @interface IZeroSumHello
         * @augments coscore.ZeroSumHello.$Properties
         * @deprecated Use coscore.ZeroSumHello.$Properties instead.
         */

        /**
         * Shape of a ZeroSumHello.
         * @typedef {coscore.ZeroSumHello.$Properties} coscore.ZeroSumHello.$Shape
         */

        /**
         * Constructs a new ZeroSumHello.
         * @memberof coscore
         * @classdesc Represents a ZeroSumHello.
         * @constructor
         * @param {coscore.ZeroSumHello.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ZeroSumHello = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ZeroSumHello digest.
         * @member {Uint8Array} digest
         * @memberof coscore.ZeroSumHello
         * @instance
         */
        ZeroSumHello.prototype.digest = $util.newBuffer([]);

        /**
         * ZeroSumHello publicKey.
         * @member {Uint8Array} publicKey
         * @memberof coscore.ZeroSumHello
         * @instance
         */
        ZeroSumHello.prototype.publicKey = $util.newBuffer([]);

        /**
         * Creates a new ZeroSumHello instance using the specified properties.
         * @function create
         * @memberof coscore.ZeroSumHello
         * @static
         * @param {coscore.ZeroSumHello.$Properties=} [properties] Properties to set
         * @returns {coscore.ZeroSumHello} ZeroSumHello instance
         * @type {{
         *   (properties: coscore.ZeroSumHello.$Shape): coscore.ZeroSumHello & coscore.ZeroSumHello.$Shape;
         *   (properties?: coscore.ZeroSumHello.$Properties): coscore.ZeroSumHello;
         * }}
         */
        ZeroSumHello.create = function(properties) {
            return new ZeroSumHello(properties);
        };

        /**
         * Encodes the specified ZeroSumHello message. Does not implicitly {@link coscore.ZeroSumHello.verify|verify} messages.
         * @function encode
         * @memberof coscore.ZeroSumHello
         * @static
         * @param {coscore.ZeroSumHello.$Properties} message ZeroSumHello message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ZeroSumHello.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.digest != null && $Object.hasOwnProperty.call(message, "digest") && message.digest.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.digest);
            if (message.publicKey != null && $Object.hasOwnProperty.call(message, "publicKey") && message.publicKey.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.publicKey);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ZeroSumHello message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.ZeroSumHello
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.ZeroSumHello & coscore.ZeroSumHello.$Shape} ZeroSumHello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ZeroSumHello.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.ZeroSumHello();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.digest = value;
                        else
                            delete message.digest;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.publicKey = value;
                        else
                            delete message.publicKey;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for ZeroSumHello
         * @function getTypeUrl
         * @memberof coscore.ZeroSumHello
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ZeroSumHello.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.ZeroSumHello";
        };

        return ZeroSumHello;
    })();

    coscore.ZeroSumVector = (function() {

        /**
         * Properties of a ZeroSumVector.
         * @typedef {Object} coscore.ZeroSumVector.$Properties
         * @property {number|null} [round] ZeroSumVector round
         * @property {Uint8Array|null} [values] ZeroSumVector values
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ZeroSumVector.
         * @memberof coscore
         * @interface IZeroSumVector
         * @augments coscore.ZeroSumVector.$Properties
         * @deprecated Use coscore.ZeroSumVector.$Properties instead.
         */

        /**
         * Shape of a ZeroSumVector.
         * @typedef {coscore.ZeroSumVector.$Properties} coscore.ZeroSumVector.$Shape
         */

        /**
         * Constructs a new ZeroSumVector.
         * @memberof coscore
         * @classdesc Represents a ZeroSumVector.
         * @constructor
         * @param {coscore.ZeroSumVector.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ZeroSumVector = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ZeroSumVector round.
         * @member {number} round
         * @memberof coscore.ZeroSumVector
         * @instance
         */
        ZeroSumVector.prototype.round = 0;

        /**
         * ZeroSumVector values.
         * @member {Uint8Array} values
         * @memberof coscore.ZeroSumVector
         * @instance
         */
        ZeroSumVector.prototype.values = $util.newBuffer([]);

        /**
         * Creates a new ZeroSumVector instance using the specified properties.
         * @function create
         * @memberof coscore.ZeroSumVector
         * @static
         * @param {coscore.ZeroSumVector.$Properties=} [properties] Properties to set
         * @returns {coscore.ZeroSumVector} ZeroSumVector instance
         * @type {{
         *   (properties: coscore.ZeroSumVector.$Shape): coscore.ZeroSumVector & coscore.ZeroSumVector.$Shape;
         *   (properties?: coscore.ZeroSumVector.$Properties): coscore.ZeroSumVector;
         * }}
         */
        ZeroSumVector.create = function(properties) {
            return new ZeroSumVector(properties);
        };

        /**
         * Encodes the specified ZeroSumVector message. Does not implicitly {@link coscore.ZeroSumVector.verify|verify} messages.
         * @function encode
         * @memberof coscore.ZeroSumVector
         * @static
         * @param {coscore.ZeroSumVector.$Properties} message ZeroSumVector message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ZeroSumVector.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.round != null && $Object.hasOwnProperty.call(message, "round") && message.round !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.round);
            if (message.values != null && $Object.hasOwnProperty.call(message, "values") && message.values.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.values);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ZeroSumVector message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.ZeroSumVector
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.ZeroSumVector & coscore.ZeroSumVector.$Shape} ZeroSumVector
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ZeroSumVector.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.ZeroSumVector();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.round = value;
                        else
                            delete message.round;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.values = value;
                        else
                            delete message.values;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for ZeroSumVector
         * @function getTypeUrl
         * @memberof coscore.ZeroSumVector
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ZeroSumVector.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.ZeroSumVector";
        };

        return ZeroSumVector;
    })();

    coscore.SharedSigmoidMasked = (function() {

        /**
         * Properties of a SharedSigmoidMasked.
         * @typedef {Object} coscore.SharedSigmoidMasked.$Properties
         * @property {number|null} [index] SharedSigmoidMasked index
         * @property {Uint8Array|null} [values] SharedSigmoidMasked values
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SharedSigmoidMasked.
         * @memberof coscore
         * @interface ISharedSigmoidMasked
         * @augments coscore.SharedSigmoidMasked.$Properties
         * @deprecated Use coscore.SharedSigmoidMasked.$Properties instead.
         */

        /**
         * Shape of a SharedSigmoidMasked.
         * @typedef {coscore.SharedSigmoidMasked.$Properties} coscore.SharedSigmoidMasked.$Shape
         */

        /**
         * Constructs a new SharedSigmoidMasked.
         * @memberof coscore
         * @classdesc Represents a SharedSigmoidMasked.
         * @constructor
         * @param {coscore.SharedSigmoidMasked.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SharedSigmoidMasked = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SharedSigmoidMasked index.
         * @member {number} index
         * @memberof coscore.SharedSigmoidMasked
         * @instance
         */
        SharedSigmoidMasked.prototype.index = 0;

        /**
         * SharedSigmoidMasked values.
         * @member {Uint8Array} values
         * @memberof coscore.SharedSigmoidMasked
         * @instance
         */
        SharedSigmoidMasked.prototype.values = $util.newBuffer([]);

        /**
         * Creates a new SharedSigmoidMasked instance using the specified properties.
         * @function create
         * @memberof coscore.SharedSigmoidMasked
         * @static
         * @param {coscore.SharedSigmoidMasked.$Properties=} [properties] Properties to set
         * @returns {coscore.SharedSigmoidMasked} SharedSigmoidMasked instance
         * @type {{
         *   (properties: coscore.SharedSigmoidMasked.$Shape): coscore.SharedSigmoidMasked & coscore.SharedSigmoidMasked.$Shape;
         *   (properties?: coscore.SharedSigmoidMasked.$Properties): coscore.SharedSigmoidMasked;
         * }}
         */
        SharedSigmoidMasked.create = function(properties) {
            return new SharedSigmoidMasked(properties);
        };

        /**
         * Encodes the specified SharedSigmoidMasked message. Does not implicitly {@link coscore.SharedSigmoidMasked.verify|verify} messages.
         * @function encode
         * @memberof coscore.SharedSigmoidMasked
         * @static
         * @param {coscore.SharedSigmoidMasked.$Properties} message SharedSigmoidMasked message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SharedSigmoidMasked.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.index);
            if (message.values != null && $Object.hasOwnProperty.call(message, "values") && message.values.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.values);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SharedSigmoidMasked message from the specified reader or buffer.
         * @function decode
         * @memberof coscore.SharedSigmoidMasked
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {coscore.SharedSigmoidMasked & coscore.SharedSigmoidMasked.$Shape} SharedSigmoidMasked
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SharedSigmoidMasked.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.coscore.SharedSigmoidMasked();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.values = value;
                        else
                            delete message.values;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Gets the type url for SharedSigmoidMasked
         * @function getTypeUrl
         * @memberof coscore.SharedSigmoidMasked
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        SharedSigmoidMasked.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/coscore.SharedSigmoidMasked";
        };

        return SharedSigmoidMasked;
    })();

    return coscore;
})();

export {
  $root as default
};
