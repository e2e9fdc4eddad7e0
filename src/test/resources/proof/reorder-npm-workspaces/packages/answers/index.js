module.exports = () => "yes";
